import type { BaseUnits, Deposit, Sweep, TraceLayer } from '../api';
import { sumOf } from '../money/amount';
import { flowOf } from '../trace/place-name';

/** A movement of ours that took coins of a deposit on. */
export interface Onward {
  flowId: string;
  /** a sweep off its deposit address, or between wallets */
  kind: 'sweep' | 'move';
  at: string;
  tx: string | null;
  entryId: string;
  from: string;
  to: string;
  /** as much of this deposit as it moved */
  amount: BaseUnits;
}

/** The movements behind a forward trace, oldest first; one that is in several pieces is told once. */
export function onwardOf({ edges }: Pick<TraceLayer, 'edges'>): Onward[] {
  const movements = new Map<string, Onward>();
  for (const { src, dst, effectiveAt, tx, entryId, tracedAmount } of edges) {
    const flow = flowOf(src);
    if (!flow || flow.kind === 'deposit') continue;
    const from = edges.find((edge) => edge.dst === src)?.src ?? src;
    const before = movements.get(flow.id);
    movements.set(flow.id, {
      flowId: flow.id,
      kind: flow.kind === 'sweep' ? 'sweep' : 'move',
      at: effectiveAt,
      tx,
      entryId,
      from,
      to: dst,
      amount: before ? sumOf([before.amount, tracedAmount]) : tracedAmount,
    });
  }
  return [...movements.values()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** The states of a movement that moves nothing any more. */
const ENDED = new Set(['SETTLED', 'POLICY_DENIED', 'EXPIRED', 'CANCELLED', 'FAILED']);

/** The sweep that is about to move what lies at the deposit's address, if one is under way. */
export function underWay(sweeps: readonly Sweep[], { address, finalizedAt }: Deposit): Sweep | undefined {
  return sweeps.find(
    (sweep) =>
      !ENDED.has(sweep.state) &&
      sweep.kind !== 'top-up' &&
      sweep.from.address.toLowerCase() === address.toLowerCase() &&
      finalizedAt !== null &&
      Date.parse(sweep.plannedAt) >= Date.parse(finalizedAt),
  );
}
