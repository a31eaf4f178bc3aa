import { Any, Not, type EntityManager } from 'typeorm';
import type { FlowState } from '@tributary/domain-sweep';
import { AttemptRow } from './attempt-row';

/** The attempt whose transaction this is; undefined where it is none of ours. */
export async function attemptOfTxid(tx: EntityManager, chain: string, txid: string): Promise<AttemptRow | undefined> {
  return (await tx.findOneBy(AttemptRow, { chain, txid })) ?? undefined;
}

/** The attempts of a flow, or of several, in their order. */
export function attemptsOf(db: EntityManager, ...flowIds: readonly string[]): Promise<AttemptRow[]> {
  return db.find(AttemptRow, { where: { flowId: Any(flowIds) }, order: { flowId: 'ASC', attempt: 'ASC' } });
}

/** Attempts that the signer has not answered yet; those without trouble first. */
export function attemptsToSign(db: EntityManager, chain: string, limit: number): Promise<AttemptRow[]> {
  return db.find(AttemptRow, {
    where: { chain, state: 'SIGNING' },
    order: { error: { direction: 'ASC', nulls: 'FIRST' }, address: 'ASC', nonce: 'ASC' },
    take: limit,
  });
}

const ON_THEIR_WAY: readonly FlowState[] = ['SIGNED', 'BROADCAST', 'REVERTED'];

/** The newest signed attempt of each flow that is in no block, and that no node was given since `before`; by nonce. */
export async function attemptsToSend(
  db: EntityManager,
  chain: string,
  before: Date,
  limit: number,
): Promise<AttemptRow[]> {
  return db
    .createQueryBuilder(AttemptRow, 'a')
    .innerJoin('flow', 'f', 'f.flow_id = a.flow_id')
    .where('a.chain = :chain AND f.state IN (:...states)', { chain, states: ON_THEIR_WAY })
    .andWhere(`a.state <> 'SIGNING' AND (a.sent_at IS NULL OR a.sent_at < :before)`, { before })
    .andWhere(
      `NOT EXISTS (SELECT FROM attempt later WHERE later.flow_id = a.flow_id AND later.attempt > a.attempt
                   AND later.state <> 'SIGNING')`,
    )
    .orderBy('a.sent_at', 'ASC', 'NULLS FIRST')
    .addOrderBy('a.nonce', 'ASC')
    .limit(limit)
    .getMany();
}

export async function saveAttempt(tx: EntityManager, attempt: AttemptRow): Promise<void> {
  await tx.save(AttemptRow, attempt);
}

/** The flow's other attempts can no longer be mined: this one has used their nonce for good. */
export async function supersedeOthers(tx: EntityManager, { flowId, attempt }: AttemptRow): Promise<void> {
  await tx.update(AttemptRow, { flowId, attempt: Not(attempt) }, { state: 'SUPERSEDED' });
}

/** None of the flow's attempts can be mined any more. */
export async function supersedeAll(tx: EntityManager, flowId: string): Promise<void> {
  await tx.update(AttemptRow, { flowId }, { state: 'SUPERSEDED' });
}

/** The flow that has taken a nonce of an address; null where none of ours has. */
export async function flowOfNonce(
  tx: EntityManager,
  chain: string,
  address: string,
  nonce: number,
): Promise<string | null> {
  const attempt = await tx.findOneBy(AttemptRow, { chain, address, nonce });
  return attempt?.flowId ?? null;
}

export async function addAttempt(tx: EntityManager, attempt: AttemptRow): Promise<void> {
  await tx.insert(AttemptRow, attempt);
}

/** Says what the signer or the node has against an attempt; null once it has nothing. */
export async function noteError(
  tx: EntityManager,
  { flowId, attempt }: AttemptRow,
  error: string | null,
): Promise<void> {
  await tx.update(AttemptRow, { flowId, attempt }, { error });
}

/** Its signed bytes are kept. */
export async function signedAttempt(tx: EntityManager, { flowId, attempt }: AttemptRow): Promise<void> {
  await tx.update(AttemptRow, { flowId, attempt, state: 'SIGNING' }, { state: 'SIGNED', error: null });
}

/** A node was given its bytes. @param error  what it has against them; null where it took them */
export async function sentAttempt(
  tx: EntityManager,
  { flowId, attempt }: AttemptRow,
  error: string | null,
): Promise<void> {
  await tx.update(AttemptRow, { flowId, attempt }, { sentAt: new Date(), error });
}
