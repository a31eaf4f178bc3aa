import type { EntityManager } from 'typeorm';
import type { Edge, Movement } from '@tributary/events';
import type { Account } from '@tributary/domain-ledger';

/** Accounts that hold coins: nodes of custody. */
const HOLDS_COINS = /^assets:[ch]:(deposit|hot|warm|cold|gas|transit|staked|staking-receivable):/;

/** An account that holds more by the books than by the graph, or less. */
export interface Divergence {
  readonly account: Account;
  /** Books less graph, base units. */
  readonly amount: string;
}

/**
 * Keeps, by flow and account, by how much the books are ahead of the graph: what an entry debits to an account less
 * what its edges bring there. It comes to zero when the flow is final.
 */
export async function addUnplaced(
  tx: EntityManager,
  asset: string,
  flow: string,
  { movements, edges }: { readonly movements: readonly Movement[]; readonly edges: readonly Edge[] },
): Promise<void> {
  const ahead = new Map<Account, bigint>();
  const add = (account: Account, amount: bigint) => {
    if (HOLDS_COINS.test(account)) ahead.set(account, (ahead.get(account) ?? 0n) + amount);
  };
  for (const { debit, credit, amount } of movements) {
    add(debit, amount);
    add(credit, -amount);
  }
  for (const { from, to, amount } of edges) {
    add(to, -amount);
    add(from, amount);
  }
  const changed = [...ahead].filter(([, amount]) => amount !== 0n);
  if (changed.length === 0) return;
  await tx.query(
    `INSERT INTO unplaced AS standing (asset, flow, account, amount)
     SELECT $1, $2, account, amount FROM unnest($3::text[], $4::numeric[]) AS new (account, amount)
     ON CONFLICT (asset, flow, account) DO UPDATE SET amount = standing.amount + excluded.amount`,
    [asset, flow, changed.map(([account]) => account), changed.map(([, amount]) => amount.toString())],
  );
  await tx.query('DELETE FROM unplaced WHERE asset = $1 AND flow = $2 AND amount = 0', [asset, flow]);
}

/**
 * Accounts whose inflow less outflow in the graph is not their balance in the books. What a flow holds in transit is
 * on its way, and its edges are not final yet: that difference is as it should be.
 */
export async function divergences(db: EntityManager, asset: string): Promise<Divergence[]> {
  return db.query(
    `SELECT account, sum(amount)::text AS amount FROM unplaced AS ahead
     WHERE asset = $1 AND NOT EXISTS (
       SELECT FROM unplaced AS transit
       WHERE transit.asset = $1 AND transit.flow = ahead.flow AND transit.amount > 0
         AND transit.account LIKE 'assets:_:transit:%')
     GROUP BY account HAVING sum(amount) <> 0 ORDER BY account`,
    [asset],
  );
}
