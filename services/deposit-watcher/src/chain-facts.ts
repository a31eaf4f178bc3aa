import type { EntityManager } from '@tributary/platform-service';
import type {
  ChainHalted,
  ChainResumed,
  EventOfType,
  TransactionFinalized,
  TransactionMined,
  TransactionReverted,
  TransferConfirmed,
  TransferFinalized,
  TransferReverted,
  TransferSeen,
} from '@tributary/events';
import type { Transact } from '@tributary/platform-service';

/** All that the watcher says of a chain. */
export type ChainFact = EventOfType<
  | typeof TransferSeen
  | typeof TransferConfirmed
  | typeof TransferFinalized
  | typeof TransferReverted
  | typeof TransactionMined
  | typeof TransactionFinalized
  | typeof TransactionReverted
  | typeof ChainHalted
  | typeof ChainResumed
>;

export type PublishFacts = Transact<ChainFact>;

/** Reads in a transaction of its own that publishes nothing. */
export async function readWith<T>(transact: PublishFacts, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  let result: T | undefined;
  await transact(async (tx) => {
    result = await work(tx);
    return [];
  });
  return result as T;
}
