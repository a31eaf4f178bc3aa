import { houseSuspense, sideOf, suspense } from '../account';
import { move, path, type Posting } from '../entry';
import { NETWORK_FEES, credit, outside } from '../place';
import type { OutflowFact } from '../outflow';
import { coinsAt } from './addresses';
import { payOut } from './pay-out';
import type { Before } from './row';

/**
 * Nobody knows why it left, so the house stands in for it until somebody does. Where it reached a wallet of ours
 * after all, the coins are there: at a wallet of the house they make the house's suspense good at once, at one of the
 * clients they are a surplus that nobody claims yet.
 */
export function outflowUnexplained({ outflow }: OutflowFact, before: Before): Posting {
  const { outflowId, chain, amount, from, to } = outflow;
  const expense = houseSuspense(outflowId);
  const arrival = to?.owner ? coinsAt(chain, to) : undefined;
  if (arrival === coinsAt(chain, from)) return { movements: [], edges: [], drains: [] };
  const node = arrival ?? (to ? outside(to.address) : NETWORK_FEES);
  const left = payOut({ chain, from, to: node, expense }, amount, before);
  if (!arrival) return { ...left, drains: [] };
  if (sideOf(arrival) === 'h') {
    return { ...left, movements: [...left.movements, move(arrival, expense, amount)], drains: [expense] };
  }
  const surplus = suspense(outflowId);
  return {
    movements: [...left.movements, move(arrival, surplus, amount)],
    edges: [...left.edges, ...path('entitlement', [credit(outflowId), surplus], amount)],
    drains: [],
  };
}
