import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AttemptRow } from './attempt-row';

/** A signed transaction. */
export interface SignedBytes {
  readonly raw: string;
  readonly txid: string;
}

/**
 * Keeps signed bytes before they may leave: after a crash the very same are sent again, and whatever the chain says of
 * them is known to be ours. The first answer of a signer stands; the database refuses to overwrite it.
 */
@Injectable()
export class StoredBytes {
  /** @returns whether they are the ones that are kept; false where other bytes were there first */
  async keep(tx: EntityManager, { flowId, attempt }: AttemptRow, { raw, txid }: SignedBytes): Promise<boolean> {
    const [, kept] = await tx.query(
      `UPDATE attempt SET signed_bytes = $3, txid = $4, signed_at = now()
       WHERE flow_id = $1 AND attempt = $2 AND signed_bytes IS NULL`,
      [flowId, attempt, raw, txid],
    );
    return kept === 1;
  }

  /** The bytes of an attempt; null where none are kept. */
  async of(db: EntityManager, { flowId, attempt }: AttemptRow): Promise<string | null> {
    const [row]: { raw: string | null }[] = await db.query(
      'SELECT signed_bytes AS raw FROM attempt WHERE flow_id = $1 AND attempt = $2',
      [flowId, attempt],
    );
    return row?.raw ?? null;
  }
}
