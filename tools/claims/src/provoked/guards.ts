import type { Provider } from '@nestjs/common';
import {
  Fence,
  Inbox,
  OutboxReader,
  type Arrival,
  type BatchPosition,
  type EntityManager,
  type FenceVerdict,
  type OutboxRow,
} from '@tributary/platform-postgres';

/** The guards of the backbone that a campaign can run without. */
export const GUARDS = ['inbox', 'fence', 'outbox-order'] as const;
export type Guard = (typeof GUARDS)[number];

/** Lets everything through. */
class NoInbox extends Inbox {
  override async admit<A extends Arrival>(
    _tx: EntityManager,
    _at: unknown,
    arrivals: readonly A[],
  ): Promise<readonly A[]> {
    return arrivals;
  }
}

/** Takes every batch as it comes, locks nothing. */
class NoFence extends Fence {
  override async pass(tx: EntityManager, at: BatchPosition): Promise<FenceVerdict> {
    await this.lock(tx, at);
    return { from: at.firstOffset };
  }

  override async lock(tx: EntityManager, { topic, partition, clusterId }: BatchPosition): Promise<bigint> {
    await tx.query('INSERT INTO consumer_fence (topic, part, cluster_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      topic,
      partition,
      clusterId,
    ]);
    return 0n;
  }
}

/** Reads on from the highest id that it has seen, as an outbox is often read. */
class CursorReader extends OutboxReader {
  private last = '0';

  override async read(db: EntityManager, limit: number): Promise<readonly OutboxRow[]> {
    const rows: OutboxRow[] = await db.query(
      'SELECT id, topic, key, headers, value FROM producer_outbox WHERE id > $1 ORDER BY id LIMIT $2',
      [this.last, limit],
    );
    this.last = rows.at(-1)?.id ?? this.last;
    return rows;
  }
}

const BROKEN: Readonly<Record<Guard, Provider>> = {
  inbox: { provide: Inbox, useClass: NoInbox },
  fence: { provide: Fence, useClass: NoFence },
  'outbox-order': { provide: OutboxReader, useClass: CursorReader },
};

/** What to put in the place of a guard that this run goes without, as CLAIM_WITHOUT names it. */
export function brokenGuards(guards: readonly Guard[]): Provider[] {
  return guards.filter((guard) => guard === process.env['CLAIM_WITHOUT']).map((guard) => BROKEN[guard]);
}
