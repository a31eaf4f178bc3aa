import { DataSource, type RunningService } from '@tributary/platform-service';
import { bearer, until } from '@tributary/testing';
import {
  allocate,
  caughtUp,
  facts,
  life,
  listNative,
  newChain,
  OURS,
  registrationsTaken,
  startWatcher,
  watcherTests,
} from './watcher.fixture';

watcherTests();

async function parked(service: RunningService): Promise<{ subject: string; error: string }[]> {
  const answer = await fetch(`${service.url}/deposit-watcher/dead-letters`, { headers: await bearer('auditor') });
  return ((await answer.json()) as { parked: { subject: string; error: string }[] }).parked;
}

it('later versions hold from then on: another holder, other thresholds, and earlier blocks are read again', async () => {
  const { chain, anvil, node } = await newChain();
  const before = await node.sendEther(1, OURS, 1n);
  await node.mine();
  await listNative(chain, 2);
  await allocate(chain, OURS, 2);
  const service = await startWatcher(chain, anvil.url);
  await registrationsTaken(service);
  const first = await node.sendEther(1, OURS, 2n);
  await node.mine(2);
  await until('the first is confirmed', () => life(chain, first.txid).length === 2);
  expect(life(chain, before.txid)).toEqual([]);

  await allocate(chain, OURS, 1, { version: 2, clientId: 'client-2' });
  await listNative(chain, 1, { version: 2, confirmed: 'blocks:4' });
  await registrationsTaken(service);
  const second = await node.sendEther(1, OURS, 3n);
  await node.mine(2);
  await caughtUp(service, chain, node);
  await until('the second is seen, and the one before', () =>
    [before, second].every(({ txid }) => life(chain, txid).length > 0),
  );
  expect(life(chain, second.txid)).toEqual(['Seen 0 in 4']);
  const holders = facts(chain).filter(({ type }) => type === 'TransferSeen');
  const holderOf = ({ txid }: { txid: string }) =>
    holders.find(({ payload }) => payload.txid === txid)!.payload.to.owner!.clientId;
  expect([first, second, before].map(holderOf)).toEqual(['client-1', 'client-2', 'client-2']);
  await node.mine(2);
  await until('the second is confirmed', () => life(chain, second.txid).length === 2);
  expect(await parked(service)).toEqual([]);
});

it('an asset cannot become another: that version is parked by a message that says what to do', async () => {
  const { chain, anvil } = await newChain();
  await listNative(chain);
  const service = await startWatcher(chain, anvil.url);
  await until('it is listed', async () => (await listed(service, chain)).length === 1);
  await listNative(chain, null, { version: 2, contract: `0x${'33'.repeat(20)}` });
  await until('it is parked', async () => (await parked(service)).length === 1);
  expect((await parked(service))[0]).toMatchObject({ error: expect.stringContaining('an asset of its own') });
  expect(await listed(service, chain)).toMatchObject([{ contract: null }]);
});

function listed(service: RunningService, chain: string): Promise<{ contract: string | null }[]> {
  return service.get(DataSource).query('SELECT contract FROM watched_asset WHERE chain = $1', [chain]);
}
