import { DUE_FROM_CLIENTS, DUE_FROM_HOUSE, DUE_TO_CLIENTS, DUE_TO_HOUSE, gasAccount, type Account } from '../account';
import { move, path, type Movement, type Posting } from '../entry';
import type { Fact } from '../fact';
import { post } from '../post';
import type { Party } from '../transfer';
import { coinsAt } from './addresses';
import type { Before } from './row';

/** Kind of the entries below: no fact claims them, so nothing follows them and nothing takes them back. */
export const SHARED_ADDRESS = 'shared-address';

/**
 * At an address of clients their coins and the house's gas are one heap to the chain. When a reorg past finality takes
 * coins away that the books had spent, the other's were spent in truth: that one is owed them.
 *
 *   clients' coins paid for gas:  c:due-from-house -> c:X; h:gas -> h:due-to-clients
 *   house's gas paid for clients: c:X -> c:due-to-house; h:due-from-clients -> h:gas
 *
 * @param movements  of the entry that takes coins away
 * @returns what has to be posted before it; undefined where nothing lacks, or both together do not reach
 */
export function coverFor(fact: Fact, movements: readonly Movement[], before: Before): Posting | undefined {
  const touched = new Map<Account, bigint>();
  for (const { debit, credit } of movements) {
    for (const account of [debit, credit]) touched.set(account, before.balance(account));
  }
  const after = post(movements, touched).balances;
  for (const { coins, gas } of sharedAddresses(fact)) {
    for (const [lacking, other] of [
      [coins, gas],
      [gas, coins],
    ] as const) {
      const lack = -(after.get(lacking) ?? 0n);
      if (lack <= 0n) continue;
      if ((after.get(other) ?? before.balance(other)) < lack) return undefined;
      return {
        movements:
          lacking === coins
            ? [move(coins, DUE_TO_HOUSE, lack), move(DUE_FROM_CLIENTS, gas, lack)]
            : [move(DUE_FROM_HOUSE, coins, lack), move(gas, DUE_TO_CLIENTS, lack)],
        edges: path('custody', [other, lacking], lack),
        drains: [],
      };
    }
  }
  return undefined;
}

/** Both accounts of each address of clients that a fact names. */
function sharedAddresses(fact: Fact): { coins: Account; gas: Account }[] {
  const { chain, from, to }: { chain: string; from: Party; to: Party | null } =
    fact.of === 'transfer' ? fact.transfer : fact.of === 'sweep' ? fact.sweep : fact.outflow;
  return [from, to].flatMap((party) =>
    party?.owner?.side === 'c' ? [{ coins: coinsAt(chain, party), gas: gasAccount(chain, party.address) }] : [],
  );
}
