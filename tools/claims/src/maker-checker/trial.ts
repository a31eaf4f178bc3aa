import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '@tributary/demo';
import type { Pool } from 'pg';
import { pendingFlow, termsOf, type Lane } from './lanes';
import { APPROVERS, MAKERS, type Answer, type Maker, type People } from './people';

/** Longest that a request of a race waits before it is sent. */
const JITTER_MS = 12;

/** What the people of all trials did and were told. */
export class Tally {
  /** Approvals of one's own change or flow, or under a mandate of one's own. */
  ownAttempts = 0;
  /** Approvals of another digest than the one that stood when the race began. */
  otherDigestAttempts = 0;
  refusedByService = 0;
  /** Where the service's own check was missing. */
  refusedByDatabase = 0;
  /** Answers of a service as it is built that are neither a grant nor a refusal. */
  failures = 0;
  /** Approvals of changes that were granted, with the digest that was given. */
  readonly granted: { readonly changeId: number; readonly who: string; readonly digest: string }[] = [];

  count({ status }: Answer, isCareless = false): void {
    if (status === 403 || status === 409) this.refusedByService += 1;
    else if (status === 500 && isCareless) this.refusedByDatabase += 1;
    else if (status !== 200) this.failures += 1;
  }
}

export interface TrialSetting {
  readonly people: People;
  readonly registry: string;
  readonly carelessRegistry: string;
  readonly planner: string;
  readonly database: Pool;
  readonly tally: Tally;
}

interface Change {
  readonly changeId: number;
  readonly digest: string;
  readonly maker: Maker;
}

/**
 * One race: a maker's change of a mandate and a flow under that mandate meet, at once, approvals by the right and the
 * wrong people on the right and the wrong digest, a revision by the maker, a rejection, and another editor of the same
 * mandate. Half of the requests go to the registry without a check of its own.
 */
export async function race(setting: TrialSetting, lane: Lane, trial: number, random: Random): Promise<void> {
  const { people, registry } = setting;
  const maker = random.pick(MAKERS);
  const items = (step: number) => ({ items: [termsOf(lane, trial * 10 + step)] });
  const change = changeOf(await people.ask(maker, 'POST', `${registry}/mandates`, items(1)));
  const flow = aroundFlow(setting, lane, trial, random);
  const editor = random.pick(MAKERS);
  const revise = () => people.ask(maker, 'PUT', `${registry}/changes/${change.changeId}`, items(2));
  const edit = async () => {
    const answer = await people.ask(editor, 'POST', `${registry}/mandates`, items(3));
    if (answer.status === 202) await Promise.all(approvals(setting, changeOf(answer), random).map((each) => each()));
    return answer;
  };
  const reason = { reason: 'Not now' };
  const reject = () =>
    people.ask(random.pick(APPROVERS), 'POST', `${registry}/changes/${change.changeId}/reject`, reason);
  const requests = [
    ...approvals(setting, change, random),
    ...(random.next() < 0.5 ? [revise] : []),
    ...(random.next() < 0.5 ? [edit] : []),
    ...(random.next() < 0.2 ? [reject] : []),
  ];
  await Promise.all([flow, ...requests.map((request) => later(random, request))]);
  await decideWhatIsOpen(setting, lane);
}

/** Everybody approves it, right or wrong, here or there. */
function approvals(setting: TrialSetting, change: Change, random: Random): (() => Promise<unknown>)[] {
  const { registry, carelessRegistry } = setting;
  const wrong = change.digest.replace(/^./, (first) => (first === '0' ? '1' : '0'));
  return APPROVERS.flatMap((who) => [
    () => approve(setting, random.pick([registry, carelessRegistry]), change, who, change.digest),
    ...(random.next() < 0.5
      ? [() => approve(setting, random.pick([registry, carelessRegistry]), change, who, wrong)]
      : []),
  ]);
}

async function approve(
  { people, tally, carelessRegistry }: TrialSetting,
  registry: string,
  { changeId, digest: stated, maker }: Change,
  who: Maker,
  digest: string,
): Promise<Answer> {
  if (who === maker) tally.ownAttempts += 1;
  if (digest !== stated) tally.otherDigestAttempts += 1;
  const answer = await people.ask(who, 'POST', `${registry}/changes/${changeId}/approve`, { digest });
  if (answer.status === 200) tally.granted.push({ changeId, who, digest });
  tally.count(answer, registry === carelessRegistry);
  return answer;
}

/** The same of a flow; what a planner without its check would write is written here by SQL. */
async function aroundFlow(setting: TrialSetting, lane: Lane, trial: number, random: Random): Promise<void> {
  const { people, planner, database, tally } = setting;
  const flowId = `trial-${trial}`;
  const maker = random.pick(MAKERS);
  const digest = await pendingFlow(database, lane, flowId, maker);
  const ask = async (who: Maker, given: string): Promise<void> => {
    if (who === maker) tally.ownAttempts += 1;
    if (given !== digest) tally.otherDigestAttempts += 1;
    tally.count(await people.ask(who, 'POST', `${planner}/sweeps/${flowId}/approve`, { digest: given }));
  };
  const write = async (who: Maker, given: string): Promise<void> => {
    if (who === maker) tally.ownAttempts += 1;
    else tally.otherDigestAttempts += 1;
    const insert = `INSERT INTO sweep_planner.approval
      SELECT flow_id, $2, maker, mandate_editor, $3, now() FROM sweep_planner.flow WHERE flow_id = $1`;
    await database.query(insert, [flowId, given, who]).catch(() => (tally.refusedByDatabase += 1));
  };
  const requests = [
    ...APPROVERS.map((who) => () => ask(who, digest)),
    () => ask(random.pick(APPROVERS), `other-${digest}`),
    random.next() < 0.5 ? () => write(maker, digest) : () => write('approver', `other-${digest}`),
  ];
  await Promise.all(requests.map((request) => later(random, request)));
}

/** Leaves the lane free for the next trial: what is open still is approved by who may, on what it says now. */
async function decideWhatIsOpen({ people, registry, database, tally }: TrialSetting, lane: Lane): Promise<void> {
  const { rows } = await database.query<Change>(
    `SELECT change_id::int AS "changeId", digest, maker FROM custody_registry.change
     WHERE state = 'proposed' AND items->0->>'mandateId' = $1`,
    [lane.mandateId],
  );
  for (const { changeId, digest, maker } of rows) {
    const who = maker === 'approver' ? 'approver-2' : 'approver';
    const answer = await people.ask(who, 'POST', `${registry}/changes/${changeId}/approve`, { digest });
    if (answer.status !== 200) throw new Error(`Change ${changeId} stays open: ${JSON.stringify(answer.body)}`);
    tally.granted.push({ changeId, who, digest });
  }
}

function changeOf({ status, body }: Answer): Change {
  if (status !== 202) throw new Error(`A mandate was not proposed: ${JSON.stringify(body)}`);
  return body as unknown as Change;
}

async function later(random: Random, request: () => Promise<unknown>): Promise<void> {
  await sleep(random.between(0, JITTER_MS));
  await request();
}
