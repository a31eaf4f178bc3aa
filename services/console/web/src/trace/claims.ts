import type { LinkedTrace, TraceLink } from '../api';
import type { Lot } from './lots';

/** What a client is owed for coins of the trace: its credits, side by side in the order in which their coins are used. */
export interface Claim {
  clientId: string | null;
  links: TraceLink[];
}

/** By client, in the order of their first coin. */
export function claimsOf(links: readonly TraceLink[]): Claim[] {
  const claims = new Map<string | null, Claim>();
  for (const link of links) {
    const claim = claims.get(link.clientId) ?? { clientId: link.clientId, links: [] };
    if (!claim.links.some(({ transferId }) => transferId === link.transferId)) claim.links.push(link);
    claims.set(link.clientId, claim);
  }
  return [...claims.values()];
}

/** The credits as lots of two stops, so that they are drawn as coins are. */
export function creditLots(claims: readonly Claim[]): Lot[] {
  const lots = claims.flatMap(({ clientId, links }) =>
    links.map(({ creditAmount }) => ({
      amount: creditAmount,
      stops: [`credits of ${clientId}`, `account of ${clientId}`].map((node) => ({ node, by: null })),
    })),
  );
  return lots.map((lot, index) => ({ number: index + 1, ...lot }));
}

/** The deposit whose coins a lot is; undefined for others, as the house's capital. */
export function depositOf(lot: Lot, { links }: Pick<LinkedTrace, 'links'>): TraceLink | undefined {
  const flows = lot.stops.map(({ by }) => by?.flow);
  return links.find(({ transferId }) => flows.includes(transferId));
}
