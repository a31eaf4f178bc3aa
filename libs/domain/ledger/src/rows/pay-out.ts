import type { ChainId } from '@tributary/domain-custody';
import { DUE_FROM_HOUSE, DUE_TO_CLIENTS, gasAccount, sideOf, type Account } from '../account';
import { move, path, type Edge, type Movement } from '../entry';
import type { NodeId } from '../place';
import type { Party } from '../transfer';
import { coinsAt } from './addresses';
import type { Before } from './row';

/** The clients are short of coins and the house owes them: `c:due-from-house -> X; expense -> h:due-to-clients`. */
export function short(coins: Account, expense: Account, amount: bigint): Movement[] {
  return [move(DUE_FROM_HOUSE, coins, amount), move(expense, DUE_TO_CLIENTS, amount)];
}

/**
 * Coins leave an address of ours at the house's expense: a network fee, or a loss that nobody explains yet.
 * The house's gas at the address pays as far as it reaches, the rest is short of the clients'. A wallet of the house
 * pays from itself.
 */
export function payOut(
  { chain, from, to, expense }: { chain: ChainId; from: Party; to: NodeId; expense: Account },
  amount: bigint,
  before: Pick<Before, 'balance'>,
): { movements: Movement[]; edges: Edge[] } {
  if (amount === 0n) return { movements: [], edges: [] };
  const coins = coinsAt(chain, from);
  if (sideOf(coins) === 'h')
    return { movements: [move(expense, coins, amount)], edges: path('custody', [coins, to], amount) };
  const gas = gasAccount(chain, from.address);
  const paid = within(before.balance(gas), amount);
  const rest = amount - paid;
  return {
    movements: [...(paid > 0n ? [move(expense, gas, paid)] : []), ...(rest > 0n ? short(coins, expense, rest) : [])],
    edges: [
      ...(paid > 0n ? path('custody', [gas, to], paid) : []),
      ...(rest > 0n ? path('custody', [coins, to], rest) : []),
    ],
  };
}

/** As much of it as is held; an account that a set of facts has yet to fill holds nothing. */
function within(held: bigint, amount: bigint): bigint {
  if (held <= 0n) return 0n;
  return held < amount ? held : amount;
}
