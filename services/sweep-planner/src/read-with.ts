import type { EntityManager } from '@tributary/platform-service';
import type { PublishOutgoing } from './flow-events';

/** Reads in a transaction of its own that publishes nothing. */
export async function readWith<T>(publish: PublishOutgoing, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  let result: T | undefined;
  await publish(async (tx) => {
    result = await work(tx);
    return [];
  });
  return result as T;
}
