import type { Asset, LinkedTrace } from '../api';
import { briefAmount, sumOf } from '../money/amount';
import { claimsOf } from './claims';
import { isBoundary, placeName } from './place-name';

/** One sentence that reconciles the layers: where the coins are has no say in what is owed. */
export function Reconciled({ trace, asset }: { trace: LinkedTrace; asset: Asset }) {
  const claims = claimsOf(trace.links);
  if (claims.length === 0) return null;
  const brief = (units: string) => `${briefAmount(units, asset.decimals)} ${asset.symbol}`;
  const owed = sumOf(claims.flatMap(({ links }) => links.map(({ creditAmount }) => creditAmount)));
  const { direction, remainder, nodes } = trace.custody;
  const whom = claims.length === 1 ? (claims[0]!.clientId ?? 'nobody yet') : `${claims.length} clients`;
  const where = remainder
    .filter(({ node }) => !isBoundary(node))
    .map(({ node }) =>
      placeName(
        node,
        nodes.find(({ id }) => id === node),
      ),
    );
  return (
    <p className="reconciled">
      <strong>{brief(sumOf(trace.links.map(({ custodyAmount }) => custodyAmount)))}</strong> of these coins came in for{' '}
      {whom}, credited with {brief(owed)} in all.{' '}
      {direction === 'forward' && where.length > 0 && where.length <= 3 && `They lie at ${where.join(' and ')} now. `}
      Moving coins changes no claim.
    </p>
  );
}
