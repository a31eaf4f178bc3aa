import { ETHER, TestCustody, type Flow } from './fixtures/test-custody.fixture';

jest.setTimeout(600_000);

let custody: TestCustody;

beforeAll(async () => {
  custody = await TestCustody.start();
  await custody.mandate('sweep-ether', {});
});
afterAll(() => custody.stop());

/** A sweep over what the mandate lets move by itself. */
async function pending(deposit: number): Promise<Flow> {
  await custody.deposit(custody.address(deposit), 8n * ETHER);
  return custody.flowIn('PENDING_APPROVAL', custody.address(deposit));
}

const approve = ({ flowId, digest }: Flow, who: 'approver' | 'approver-2' | 'operator' = 'approver') =>
  custody.post(`/sweeps/${flowId}/approve`, { digest }, who);

it('what is over the automatic amount waits, and moves once an approver has put their name to its digest', async () => {
  const flow = await pending(0);
  expect((await custody.flows('&needsApproval=true')).map(({ flowId }) => flowId)).toEqual([flow.flowId]);
  expect((await approve(flow, 'operator')).status).toBe(403);
  const other = await custody.post(`/sweeps/${flow.flowId}/approve`, { digest: 'f'.repeat(64) }, 'approver');
  expect(other.body).toMatchObject({ status: 409, type: 'urn:tributary:problem:digest-changed' });
  expect((await custody.flow(flow.flowId)).approvers).toEqual([]);

  expect((await approve(flow)).status).toBe(200);
  expect((await approve(flow)).body).toMatchObject({ status: 409, type: 'urn:tributary:problem:flow-state' });
  const settled = await custody.settled(flow.from.address);
  expect(settled).toMatchObject({ flowId: flow.flowId, approvers: ['approver'] });
  const said = custody.said(flow.flowId).find(({ type }) => type === 'SweepApproved');
  expect(said!.payload).toMatchObject({ approvers: ['approver'], digest: flow.digest });
});

it('who edited the mandate approves nothing under it, and the database holds to that by itself', async () => {
  await custody.mandate('sweep-ether', { maker: 'approver' });
  const flow = await pending(1);
  expect((await approve(flow)).body).toMatchObject({
    status: 403,
    type: 'urn:tributary:problem:own-work',
    detail: 'approver changed its mandate sweep-ether: somebody else has to approve it',
  });
  const insert = (columns: { approver: string; digest?: string; editor?: string; maker?: string }) =>
    custody.query(
      `INSERT INTO approval (flow_id, digest, maker, mandate_editor, approver, approved_at) VALUES ($1, $2, $3, $4, $5, now())`,
      [
        flow.flowId,
        columns.digest ?? flow.digest,
        columns.maker ?? 'mandate:sweep-ether',
        columns.editor ?? 'approver',
        columns.approver,
      ],
    );
  await expect(insert({ approver: 'approver' })).rejects.toThrow('approver_is_neither_maker_nor_editor');
  await expect(insert({ approver: 'mandate:sweep-ether' })).rejects.toThrow('approver_is_neither_maker_nor_editor');
  await expect(insert({ approver: 'x', digest: 'other' })).rejects.toThrow('foreign key');
  await expect(insert({ approver: 'approver', editor: 'somebody' })).rejects.toThrow('foreign key');
  await expect(insert({ approver: 'x', maker: 'somebody' })).rejects.toThrow('foreign key');
  expect((await approve(flow, 'approver-2')).status).toBe(200);
  await custody.settled(flow.from.address);
});

it('a mandate that changes ends what waits under it, and what still needs moving is planned anew', async () => {
  const flow = await pending(2);
  await custody.mandate('sweep-ether', { limit: 10n * ETHER });
  const ended = await custody.flowIn('POLICY_DENIED', flow.from.address);
  expect(ended).toMatchObject({ flowId: flow.flowId, reason: expect.stringContaining('was changed to version 3') });
  expect((await approve(flow)).body).toMatchObject({ status: 409, detail: expect.stringContaining('POLICY_DENIED') });
  const next = await custody.flowIn('PENDING_APPROVAL', flow.from.address);
  expect(next.digest).not.toBe(flow.digest);
  expect((await approve({ ...next, digest: flow.digest })).status).toBe(409);
  expect((await approve(next)).status).toBe(200);
  await custody.settled(flow.from.address);
});

it('what an approver rejects or an operator cancels ends with their reason, and is left alone for a while', async () => {
  const flow = await pending(3);
  const reason = 'The client asked us to wait';
  expect((await custody.post(`/sweeps/${flow.flowId}/reject`, { reason }, 'operator')).status).toBe(403);
  expect((await custody.post(`/sweeps/${flow.flowId}/reject`, {}, 'approver')).status).toBe(400);
  const rejected = await custody.post(`/sweeps/${flow.flowId}/reject`, { reason }, 'approver');
  expect(rejected.body).toMatchObject({ state: 'POLICY_DENIED', reason });
  const denied = await custody.saidUpTo('SweepDenied', flow.flowId);
  expect(denied).toEqual(['SweepPlanned', 'SweepDenied']);

  const other = await pending(4);
  const cancelled = await custody.post(`/sweeps/${other.flowId}/cancel`, { reason }, 'operator');
  expect(cancelled.body).toMatchObject({ state: 'CANCELLED', reason });
  expect((await custody.post('/sweeps/none/cancel', { reason }, 'operator')).status).toBe(404);
  expect(await custody.leases()).toBe(0);
  expect(await custody.flows(`&address=${flow.from.address}`)).toHaveLength(1);
});

it('a plan that nobody signs in time expires, frees its lease, and is planned anew', async () => {
  await custody.mandate('sweep-ether', { validForSeconds: 3 });
  const flow = await pending(5);
  await custody.mineUntil('it expires', async () => (await custody.flow(flow.flowId)).state === 'EXPIRED');
  expect((await approve(flow)).status).toBe(409);
  const next = await custody.flowIn('PENDING_APPROVAL', flow.from.address);
  expect(next.flowId).not.toBe(flow.flowId);
});
