import type { Account } from './account';
import { LedgerError } from './ledger-error';
import type { NodeId } from './place';

/** Debits one account and credits another of the same book and side: the stored unit. */
export interface Movement {
  readonly debit: Account;
  readonly credit: Account;
  /** Base units of the book's asset, above zero. */
  readonly amount: bigint;
}

/** Value that became final on its way through one layer of the flow graph. */
export interface Edge {
  /** Custody: where coins lie. Entitlement: whose claim it is. */
  readonly layer: 'custody' | 'entitlement';
  readonly from: NodeId;
  readonly to: NodeId;
  /** Base units, above zero. */
  readonly amount: bigint;
}

/** What a row of the journal makes of a fact. */
export interface Posting {
  readonly movements: readonly Movement[];
  readonly edges: readonly Edge[];
  /** Accounts of the flow that stand at zero once this is posted. */
  readonly drains: readonly Account[];
}

/** `X -> Y` of the journal: debit X, credit Y. @throws {LedgerError} amount <= 0 */
export function move(debit: Account, credit: Account, amount: bigint): Movement {
  if (amount <= 0n) {
    throw new LedgerError('amount-not-positive', `${debit} -> ${credit} moves ${amount}: a movement is above zero`);
  }
  return { debit, credit, amount };
}

/** The movements that take these back, last first. */
export function mirror(movements: readonly Movement[]): Movement[] {
  return movements.map(({ debit, credit, amount }) => ({ debit: credit, credit: debit, amount })).reverse();
}

/** Whether two entries move the same. */
export function sameMovements(some: readonly Movement[], others: readonly Movement[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, i) => {
      const other = others[i];
      return one.debit === other?.debit && one.credit === other.credit && one.amount === other.amount;
    })
  );
}

/** One layer's edges along a path of nodes: all that leaves the first reaches the last. */
export function path(layer: Edge['layer'], nodes: readonly NodeId[], amount: bigint): Edge[] {
  return nodes.slice(1).map((to, i) => ({ layer, from: nodes[i] as NodeId, to, amount }));
}
