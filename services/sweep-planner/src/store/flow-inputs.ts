import type { EntityManager } from 'typeorm';
import type { Credit } from '@tributary/domain-sweep';

/** What a flow draws on, oldest credit first. */
export async function inputsOf(db: EntityManager, flowId: string): Promise<Credit[]> {
  const rows: { transferId: string; amount: string }[] = await db.query(
    'SELECT transfer_id AS "transferId", amount FROM flow_input WHERE flow_id = $1 ORDER BY place',
    [flowId],
  );
  return rows.map(({ transferId, amount }) => ({ transferId, amount: BigInt(amount) }));
}

export async function saveInputs(tx: EntityManager, flowId: string, inputs: readonly Credit[]): Promise<void> {
  await tx.query(
    `INSERT INTO flow_input (flow_id, place, transfer_id, amount)
     SELECT $1, place, transfer_id, amount
     FROM unnest($2::text[], $3::numeric[]) WITH ORDINALITY AS i (transfer_id, amount, place)`,
    [flowId, inputs.map(({ transferId }) => transferId), inputs.map(({ amount }) => amount.toString())],
  );
}

/** The flows that draw on a transfer. */
export async function flowsOfInput(db: EntityManager, transferId: string): Promise<string[]> {
  const rows: { flowId: string }[] = await db.query(
    'SELECT DISTINCT flow_id AS "flowId" FROM flow_input WHERE transfer_id = $1 ORDER BY 1',
    [transferId],
  );
  return rows.map(({ flowId }) => flowId);
}

/** The inputs of a flow whose transfers no longer stand as final. */
export async function inputsThatLeft(db: EntityManager, flowId: string): Promise<string[]> {
  const rows: { transferId: string }[] = await db.query(
    `SELECT transfer_id AS "transferId" FROM flow_input i WHERE flow_id = $1
     AND NOT EXISTS (SELECT FROM source_change c WHERE c.transfer_id = i.transfer_id) ORDER BY place`,
    [flowId],
  );
  return rows.map(({ transferId }) => transferId);
}
