import type { AssetId } from '@tributary/domain-custody';
import type { OutflowFact } from './outflow';
import type { SweepFact } from './sweep';
import type { TransferFact } from './transfer';

/** What happened, as far as the books care. */
export type Fact = TransferFact | SweepFact | OutflowFact;

/** What the entries of a fact belong to, over all books. */
export function flowOf(fact: Fact): string {
  switch (fact.of) {
    case 'transfer':
      return fact.transfer.transferId;
    case 'sweep':
      return fact.sweep.flowId;
    case 'outflow':
      return fact.outflow.outflowId;
  }
}

/** The book of what a fact moves; a fee may be booked in another. */
export function assetOf(fact: Fact): AssetId {
  switch (fact.of) {
    case 'transfer':
      return fact.transfer.assetId;
    case 'sweep':
      return fact.sweep.assetId;
    case 'outflow':
      return fact.outflow.assetId;
  }
}
