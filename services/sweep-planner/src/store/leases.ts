import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/**
 * Who may move what: a resource is leased to one flow at a time, from the transaction that plans it until the chain
 * has proven at finality what became of it. There is no timeout.
 */
@Injectable()
export class Leases {
  /** Takes all or, where another flow holds one of them, none. A unique index decides between two planners. */
  async take(tx: EntityManager, flowId: string, resources: readonly string[]): Promise<boolean> {
    await tx.query('SAVEPOINT lease');
    const taken: unknown[] = await tx.query(
      `INSERT INTO lease (resource, flow_id) SELECT resource, $1 FROM unnest($2::text[]) AS r (resource)
       WHERE NOT EXISTS (SELECT FROM lease l WHERE l.resource = r.resource)
       ORDER BY resource ON CONFLICT DO NOTHING RETURNING resource`,
      [flowId, resources],
    );
    if (taken.length === resources.length) {
      await tx.query('RELEASE SAVEPOINT lease');
      return true;
    }
    await tx.query('ROLLBACK TO SAVEPOINT lease');
    return false;
  }

  /**
   * Leases again to a flow that a reorg took back after its end. A later flow may have a resource by then: it keeps it,
   * and nobody else gets it as long as one of the two might move it.
   */
  async takeBack(tx: EntityManager, flowId: string, resources: readonly string[]): Promise<void> {
    await tx.query(
      `INSERT INTO lease (resource, flow_id, taken_back) SELECT resource, $1, true FROM unnest($2::text[]) AS r (resource)
       ORDER BY resource`,
      [flowId, resources],
    );
  }

  async free(tx: EntityManager, flowId: string): Promise<void> {
    await tx.query('DELETE FROM lease WHERE flow_id = $1', [flowId]);
  }
}
