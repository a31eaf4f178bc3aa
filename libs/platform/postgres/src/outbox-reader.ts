import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OutgoingRecord } from './outbox';

/** A committed record that the broker has not acknowledged yet. */
export type OutboxRow = OutgoingRecord & { readonly id: string };

/** Reads the outbox in an order that keeps every stream's own. */
@Injectable()
export class OutboxReader {
  /**
   * Visible rows by id, however late a lower id became visible. There is no cursor: `id > last` would pass over a
   * slower transaction's rows for ever.
   */
  async read(db: EntityManager, limit: number): Promise<readonly OutboxRow[]> {
    return db.query(
      'SELECT id, topic, key, headers, value FROM producer_outbox WHERE set_aside_at IS NULL ORDER BY id LIMIT $1',
      [limit],
    );
  }

  /** Forgets what the broker has acknowledged. */
  async remove(db: EntityManager, rows: readonly OutboxRow[]): Promise<void> {
    await db.query('DELETE FROM producer_outbox WHERE id = ANY($1::bigint[])', [rows.map((row) => row.id)]);
  }

  /** Keeps a row that the broker will never take out of the others' way. */
  async setAside(db: EntityManager, row: OutboxRow): Promise<void> {
    await db.query('UPDATE producer_outbox SET set_aside_at = now() WHERE id = $1', [row.id]);
  }
}
