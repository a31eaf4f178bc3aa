import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { EntryPosted } from '@tributary/events';
import { KafkajsBroker } from '@tributary/platform-kafka';

const WITHIN_MS = 60_000;

/** Reads so many entries from the beginning of the ledger's topic, as finance would. @throws {Error} there are fewer */
export async function readEntries(brokers: string, count: number): Promise<EntryPosted[]> {
  const broker = new KafkajsBroker({
    brokers: brokers.split(','),
    clientId: 'audit',
    replicationFactor: 1,
    onRetry: () => undefined,
  });
  const consumer = broker.consumer();
  const entries = new Map<string, EntryPosted>();
  await consumer.start({
    groupId: `audit-${randomUUID()}`,
    topics: ['custody.ledger.v1'],
    onBatch: async ({ records }) => {
      for (const { headers, value } of records) {
        entries.set(headers['ce_id'] ?? '', EntryPosted.decode(value ?? Buffer.alloc(0)));
      }
      return { nextOffset: records.at(-1)!.offset + 1n };
    },
    onAssigned: () => undefined,
    onCrash: () => undefined,
  });
  try {
    for (const deadlineMs = Date.now() + WITHIN_MS; entries.size < count; await sleep(500)) {
      if (Date.now() > deadlineMs) throw new Error(`The ledger posted ${count} entries, its topic has ${entries.size}`);
    }
    return [...entries.values()];
  } finally {
    await consumer.stop();
  }
}
