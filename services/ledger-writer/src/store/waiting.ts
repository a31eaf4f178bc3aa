import type { EntityManager } from 'typeorm';
import type { Lack } from '@tributary/domain-ledger';
import { keptEvent, readKept, sourceOf, type Source } from '../source';

/** A fact that waits for coins, or behind an earlier one of its flow. */
export interface WaitingSource extends Source {
  readonly id: string;
}

/** So many are looked at together, as the chain's lock is held meanwhile. */
const AT_ONCE = 1000;

/** The facts that wait to be booked. Where none does, which is nearly always, no further look is taken. */
export class Waiting {
  private constructor(
    private readonly tx: EntityManager,
    private anyone: boolean,
  ) {}

  static async open(tx: EntityManager): Promise<Waiting> {
    const [row]: { anyone: boolean }[] = await tx.query('SELECT EXISTS (SELECT FROM waiting) AS anyone');
    return new Waiting(tx, row?.anyone ?? false);
  }

  /** The chains with facts that have waited this long. */
  static async chains(db: EntityManager, forMs: number): Promise<string[]> {
    const rows: { chain: string }[] = await db.query(
      `SELECT DISTINCT chain FROM waiting WHERE since <= now() - $1 * interval '1 millisecond' ORDER BY chain`,
      [forMs],
    );
    return rows.map(({ chain }) => chain);
  }

  /** Those of a chain that have waited this long, the oldest first; at most {@link AT_ONCE}. */
  async ofChain(chain: string, forMs: number): Promise<WaitingSource[]> {
    return this.select(`chain = $1 AND since <= now() - $2 * interval '1 millisecond'`, [chain, forMs], AT_ONCE);
  }

  /** The oldest first. */
  async ofFlow(flow: string): Promise<WaitingSource[]> {
    return this.select('flow = $1', [flow]);
  }

  /** What waited for coins where some arrived now, and what stood behind the fact that was booked. */
  async wokenBy({ flow }: Source, fed: readonly Pick<Lack, 'book' | 'heap'>[]): Promise<WaitingSource[]> {
    return this.select(
      `(book, heap) IN (SELECT * FROM unnest($1::text[], $2::text[]))
       OR id = (SELECT min(id) FROM waiting next WHERE next.flow = $3)`,
      [fed.map(({ book }) => book), fed.map(({ heap }) => heap), flow],
    );
  }

  /** @param lack  what it lacks; null where it waits behind another */
  async add({ eventId, event, flow }: Source, lack: Lack | null): Promise<void> {
    const { eventType, value } = keptEvent(event);
    this.anyone = true;
    await this.tx.query(
      `INSERT INTO waiting (event_id, event_type, value, chain, flow, book, account, heap)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        eventId,
        eventType,
        value,
        event.payload.chain,
        flow,
        lack?.book ?? null,
        lack?.account ?? null,
        lack?.heap ?? null,
      ],
    );
  }

  async setLack({ id }: WaitingSource, { book, account, heap }: Lack): Promise<void> {
    await this.tx.query('UPDATE waiting SET book = $2, account = $3, heap = $4 WHERE id = $1', [
      id,
      book,
      account,
      heap,
    ]);
  }

  async remove(sources: readonly WaitingSource[]): Promise<void> {
    if (sources.length === 0) return;
    await this.tx.query('DELETE FROM waiting WHERE id = ANY ($1)', [sources.map(({ id }) => id)]);
  }

  private async select(condition: string, values: readonly unknown[], limit?: number): Promise<WaitingSource[]> {
    if (!this.anyone) return [];
    const rows: { id: string; eventId: string; eventType: string; value: Buffer }[] = await this.tx.query(
      `SELECT id, event_id AS "eventId", event_type AS "eventType", value FROM waiting
       WHERE ${condition} ORDER BY id LIMIT ${limit ?? 'ALL'}`,
      [...values],
    );
    return rows.map(({ id, eventId, eventType, value }) => ({ id, ...sourceOf(eventId, readKept(eventType, value)) }));
  }
}
