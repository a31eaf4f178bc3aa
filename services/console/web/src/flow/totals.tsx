import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Asset, Flow, Layer } from '../api';
import { sumOf } from '../money/amount';
import { depositsQuery, flowQuery, type Range } from '../queries';
import { Strip } from '../ui/card';
import { Figure } from '../ui/amount';

const RANGE_WORDS: Record<Range, string> = {
  '1h': 'last hour',
  '24h': 'last 24 h',
  '7d': 'last 7 days',
  all: 'all time',
};
const PENDING_PAGE = 200;
/** Kinds of node that value enters from or leaves to. */
const NOT_OURS = new Set(['outside', 'credit', 'fee']);

/** The figures of one asset: what stands there now, and what moved in the range. */
export function Totals({ asset, layer, range, flow }: { asset: Asset; layer: Layer; range: Range; flow: Flow }) {
  const standing = useQuery(flowQuery(asset.assetId, layer, 'all')).data;
  const words = RANGE_WORDS[range];
  const kindOf = new Map(flow.nodes.map((node) => [node.id, node.kind]));
  const arriving = flow.links.filter((link) => link.kind === 'in');
  const toHouse = arriving.filter((link) => kindOf.get(link.target) === 'wallet');
  const deposits = arriving.filter((link) => !toHouse.includes(link));
  const figure = (amounts: readonly { amount: string }[]) => (
    <Figure units={sumOf(amounts.map((each) => each.amount))} asset={asset} copy={false} />
  );

  const inside = standing?.nodes.filter((node) => !NOT_OURS.has(node.kind)) ?? [];
  const items = [
    {
      label: layer === 'custody' ? 'In custody' : 'Owed to clients',
      value: <Figure units={sumOf(inside.map((node) => node.balance))} asset={asset} />,
    },
    { label: layer === 'custody' ? `Deposits, ${words}` : `Credited, ${words}`, value: figure(deposits) },
  ];
  if (toHouse.length > 0) items.push({ label: `House funding, ${words}`, value: figure(toHouse) });
  const leaving = flow.links.filter((link) => link.kind === 'out');
  if (leaving.length > 0) items.push({ label: `Out, ${words}`, value: figure(leaving) });
  const fees = flow.links.filter((link) => link.kind === 'fee');
  if (fees.length > 0) items.push({ label: `Fees, ${words}`, value: figure(fees) });
  return (
    <div className="totals">
      <Strip items={[...items, { label: 'Pending', value: <Pending asset={asset} /> }]} />
    </div>
  );
}

/** Deposits in a block, and not yet final: no client may use them. */
function Pending({ asset }: { asset: Asset }) {
  const seen = useInfiniteQuery(depositsQuery({ assetId: asset.assetId, state: 'seen' }, PENDING_PAGE)).data;
  const confirmed = useInfiniteQuery(depositsQuery({ assetId: asset.assetId, state: 'confirmed' }, PENDING_PAGE)).data;
  if (!seen || !confirmed) return <span className="dim">…</span>;
  const pages = [...seen.pages, ...confirmed.pages];
  const deposits = pages.flatMap((page) => page.items);
  const more = pages.some((page) => page.nextCursor !== null);
  return (
    <>
      <Figure units={sumOf(deposits.map((deposit) => deposit.amount))} asset={asset} copy={false} />
      <span className="strip-note">
        {more ? 'more than ' : ''}
        {deposits.length} {deposits.length === 1 ? 'deposit' : 'deposits'}
      </span>
    </>
  );
}
