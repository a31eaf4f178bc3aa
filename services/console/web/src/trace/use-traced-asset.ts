import { useQuery } from '@tanstack/react-query';
import { ApiError, type Asset } from '../api';
import { assetsQuery, depositQuery, sweepQuery } from '../queries';
import type { TraceSearch } from '../search';

/** The asset of a trace: the link's own, else that of the deposit or the movement that is traced. */
export function useTracedAsset({ asset: named, transferId = '' }: TraceSearch): {
  asset: Asset | undefined;
  /** what is waited for, where the asset is not known yet */
  answer: { data: unknown; error: unknown; refetch: () => unknown };
} {
  const assets = useQuery(assetsQuery);
  const unnamed = named === undefined && transferId !== '';
  const deposit = useQuery({ ...depositQuery(transferId), enabled: unnamed && transferId.includes('/') });
  const sweep = useQuery({ ...sweepQuery(transferId), enabled: unnamed && !transferId.includes('/') });
  const owner = transferId.includes('/') ? deposit : sweep;
  const assetId = named ?? owner.data?.assetId;
  const asset = assets.data?.find((each) => each.assetId === assetId);
  if (asset || assets.data === undefined) return { asset, answer: assets };
  if (unnamed && owner.data === undefined) return { asset, answer: owner };
  return {
    asset,
    answer: {
      data: undefined,
      error: new ApiError('No such asset is listed. Check the link.', 400),
      refetch: assets.refetch,
    },
  };
}
