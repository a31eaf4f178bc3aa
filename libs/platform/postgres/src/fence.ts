import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Where a batch was read, as the broker says. */
export interface BatchPosition {
  readonly topic: string;
  readonly partition: number;
  /** Id of the Kafka cluster that answered. */
  readonly clusterId: string;
  readonly firstOffset: bigint;
  /** Asks the broker which offsets it holds: the first one, and the one that the next record will get. */
  watermarks(): Promise<{ readonly low: bigint; readonly high: bigint }>;
}

/** What the fence says of a batch: go on at `from` (older records are done), or read again from `seekTo`. */
export type FenceVerdict =
  | { readonly from: bigint; readonly lost?: { readonly from: bigint; readonly to: bigint } }
  | { readonly seekTo: bigint };

/** The offsets in the database and those of the broker cannot both be true: going on would lose or repeat events. */
export class FenceError extends Error {
  readonly code = 'fence-broken';
}

/**
 * Decides, inside the batch's transaction, what of a batch is new. The row stays locked up to the commit: a consumer
 * that lost its partition without knowing waits here and then finds its records done.
 */
@Injectable()
export class Fence {
  /** @throws {FenceError} another cluster, or a log shorter than what was consumed of it */
  async pass(tx: EntityManager, at: BatchPosition): Promise<FenceVerdict> {
    const nextOffset = await this.lock(tx, at);
    if (at.firstOffset <= nextOffset) {
      if (at.firstOffset < nextOffset) await this.assertLogIsWhole(at, nextOffset);
      return { from: nextOffset };
    }
    const { low } = await at.watermarks();
    if (low > nextOffset) return { from: low, lost: { from: nextOffset, to: low } };
    return { seekTo: nextOffset };
  }

  /** Locks the partition's row, made if missing, and reads where to go on. */
  async lock(tx: EntityManager, at: Pick<BatchPosition, 'topic' | 'partition' | 'clusterId'>): Promise<bigint> {
    const place = [at.topic, at.partition];
    await tx.query('INSERT INTO consumer_fence (topic, part, cluster_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      ...place,
      at.clusterId,
    ]);
    const [row]: { cluster_id: string; next_offset: string }[] = await tx.query(
      'SELECT cluster_id, next_offset FROM consumer_fence WHERE topic = $1 AND part = $2 FOR UPDATE',
      place,
    );
    if (!row) throw new FenceError(`The fence of ${at.topic}/${at.partition} vanished while it was being locked`);
    if (row.cluster_id !== at.clusterId) {
      throw new FenceError(
        `This database consumed ${at.topic} from Kafka cluster ${row.cluster_id}, but KAFKA_BROKERS leads to ` +
          `${at.clusterId}. Point it at the first one, or start with an empty database`,
      );
    }
    return BigInt(row.next_offset);
  }

  /** Notes that everything before `nextOffset` is done. */
  async advance(tx: EntityManager, at: BatchPosition, nextOffset: bigint): Promise<void> {
    await tx.query('UPDATE consumer_fence SET next_offset = $3, processed_at = now() WHERE topic = $1 AND part = $2', [
      at.topic,
      at.partition,
      nextOffset.toString(),
    ]);
  }

  /** A log that ends before what we consumed of it was cut: its new records would be taken for done ones. */
  private async assertLogIsWhole(at: BatchPosition, nextOffset: bigint): Promise<void> {
    const { high } = await at.watermarks();
    if (high < nextOffset) {
      throw new FenceError(
        `${at.topic}/${at.partition} ends at offset ${high}, but ${nextOffset} events of it were consumed: ` +
          'the broker lost records. Restore its log, or start with an empty database',
      );
    }
  }
}
