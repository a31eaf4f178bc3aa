import { gasAccount, sideOf } from '../account';
import { move, path, type Posting } from '../entry';
import { LedgerError } from '../ledger-error';
import type { EndedSweepFact } from '../sweep';
import { coinsAt } from './addresses';
import type { Before } from './row';
import { ownFee } from './sweeps';

/** The house's coins arrive as gas beside the clients'; they were never on their way in the books. */
export function topUpSettled(fact: EndedSweepFact, before: Before): Posting {
  const { flowId, chain, from, to, amount } = fact.sweep;
  const source = coinsAt(chain, from);
  if (sideOf(source) !== 'h' || !to.owner) {
    throw new LedgerError(
      'row-missing',
      `${flowId} tops ${to.address} up from ${source}: gas comes from a wallet of the house, to an address of ours`,
    );
  }
  const gas = to.owner.side === 'h' ? coinsAt(chain, to) : gasAccount(chain, to.address);
  const fee = ownFee(fact, before);
  return {
    movements: [move(gas, source, amount), ...fee.movements],
    edges: [...path('custody', [source, gas], amount), ...fee.edges],
    drains: [],
  };
}
