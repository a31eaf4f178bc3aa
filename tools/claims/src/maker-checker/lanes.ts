import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { People } from './people';

/** A chain that nobody watches: what is approved here is never sent. */
const CHAIN = 'eip155:999';

/** A mandate that trials change one after the other; several lanes run at once. */
export interface Lane {
  readonly mandateId: string;
  readonly assetId: string;
}

/** The terms of a lane's mandate; another limit is another version of it. */
export function termsOf({ mandateId, assetId }: Lane, limit: number): object {
  const path = { kind: 'skim', fromRole: 'hot', toWalletId: 'warm' };
  return { mandateId, assetId, ...path, limit: String(limit), maxFee: '1000' };
}

/** Gives the registry an asset and a mandate for each lane, and waits until the planner knows them. */
export async function openLanes(people: People, registry: string, database: Pool, count: number): Promise<Lane[]> {
  const record = async (path: string, items: object[]): Promise<void> => {
    const { status, body } = await people.ask('operator', 'POST', registry + path, { items });
    if (status !== 202) throw new Error(`${path} was not proposed: ${JSON.stringify(body)}`);
    const { changeId, digest } = body;
    await people.ask('approver', 'POST', `${registry}/changes/${String(changeId)}/approve`, { digest });
  };
  const wallet = { chain: CHAIN, side: 'c' };
  const contracts = Array.from({ length: count }, (_, n) => `0x${(n + 1).toString(16).padStart(40, '0')}`);
  const token = { chain: CHAIN, kind: 'erc20', decimals: 18 };
  await record(
    '/assets',
    contracts.map((contract, n) => ({ ...token, contract, symbol: `T${n}` })),
  );
  await record('/wallets', [
    { ...wallet, walletId: 'hot', role: 'hot', label: 'Hot' },
    { ...wallet, walletId: 'warm', role: 'warm', label: 'Warm' },
  ]);
  const lanes = contracts.map((contract, n) => ({ mandateId: `lane-${n}`, assetId: `${CHAIN}/erc20:${contract}` }));
  await record(
    '/mandates',
    lanes.map((lane) => termsOf(lane, 1)),
  );
  for (let waits = 0; waits < 600; waits += 1, await sleep(500)) {
    const { rows } = await database.query<{ known: number }>(
      'SELECT count(*)::int AS known FROM sweep_planner.mandate',
    );
    if (rows[0]?.known === count) return lanes;
  }
  throw new Error('The planner did not learn of the mandates within five minutes');
}

/** Puts a flow before the planner's approvers, as its own plans stand after they are built. @returns its digest */
export async function pendingFlow(database: Pool, lane: Lane, flowId: string, maker: string): Promise<string> {
  const owner = { walletId: 'hot', role: 'hot', side: 'c', clientId: null };
  const { rows } = await database.query<{ digest: string }>(
    `INSERT INTO sweep_planner.flow (flow_id, kind, state, version, chain, asset_id, from_address, from_owner, to_address,
       to_owner, amount, max_fee, fee_asset_id, digest, maker, mandate_id, mandate_version, mandate_editor, max_amount,
       automatic_up_to, needs_approval, deadline, planned_at, updated_at)
     SELECT $1, 'skim', 'PENDING_APPROVAL', 1, chain, asset_id, '0x01', $2::jsonb, '0x02', $2::jsonb, 1, max_fee,
       chain || '/slip44:60', md5($1), $3, mandate_id, version, editor, max_amount,
       automatic_up_to, true, now() + interval '1 day', now(), now()
     FROM sweep_planner.mandate WHERE mandate_id = $4 RETURNING digest`,
    [flowId, owner, maker, lane.mandateId],
  );
  return (rows[0] as { digest: string }).digest;
}
