import { until } from '@tributary/testing';
import {
  allocate,
  ALSO_OURS,
  caughtUp,
  facts,
  life,
  listNative,
  listToken,
  newChain,
  registrationsTaken,
  startWatcher,
  watcherTests,
} from './watcher.fixture';

watcherTests();

const OUTSIDE = `0x${'e1'.repeat(20)}`;
const [SENDER, SPENDER] = [2, 5];

/** A chain with ether and a token listed; account 2 is ours and holds tokens. */
async function watchedSender() {
  const { chain, anvil, node } = await newChain();
  const token = await node.deployToken();
  const sender = node.accounts[SENDER]!.address.toLowerCase();
  await node.callToken(token, 'mint', sender, 1_000n);
  await node.mine();
  const [native, erc20] = [await listNative(chain), await listToken(chain, token)];
  await allocate(chain, sender, (await node.height()) + 1);
  const service = await startWatcher(chain, anvil.url);
  await registrationsTaken(service);
  return { chain, node, service, token, sender, native, erc20 };
}

const kinds = (chain: string, txid: string) =>
  facts(chain)
    .filter(({ payload }) => payload.txid === txid)
    .map(({ type }) => type)
    .filter((type) => type.endsWith('Seen') || type.endsWith('Mined'));

it('tells a token that a third party took by its allowance: a transfer from us, and no transaction of ours', async () => {
  const { chain, node, token, sender, erc20 } = await watchedSender();
  const approval = await node.callTokenAs(SENDER, token, 'approve', node.accounts[SPENDER]!.address, 600n);
  await node.mine();
  const taken = await node.callTokenAs(SPENDER, token, 'transferFrom', sender, OUTSIDE, 400n);
  await node.mine();
  await until('it is seen', () => kinds(chain, taken.txid).length > 0);
  expect(kinds(chain, taken.txid)).toEqual(['TransferSeen']);
  expect(facts(chain).at(-1)!.payload).toMatchObject({
    ...{ assetId: erc20, amount: 400n, from: { address: sender, owner: { walletId: 'deposits' } } },
    to: { address: OUTSIDE, owner: null },
  });
  expect(kinds(chain, approval.txid)).toEqual(['TransactionMined']);
});

it('tells the value that a contract creation carries away, and its fee', async () => {
  const { chain, node, sender, native } = await watchedSender();
  const creation = await node.send(SENDER, { data: '0x', value: 7n });
  await node.mine();
  await until('it is mined', () => kinds(chain, creation.txid).length === 2);
  const receipt = await node.rpc<{ contractAddress: string }>('eth_getTransactionReceipt', creation.txid);
  expect(kinds(chain, creation.txid)).toEqual(['TransferSeen', 'TransactionMined']);
  expect(facts(chain).find(({ payload }) => payload.txid === creation.txid)!.payload).toMatchObject({
    ...{ assetId: native, amount: 7n, from: { address: sender } },
    to: { address: receipt.contractAddress.toLowerCase(), owner: null },
  });
});

it('tells of a replaced transaction nothing, of the one in its place all, and of both what a reorg makes of them', async () => {
  const { chain, node, service } = await watchedSender();
  const first = await node.sendEther(SENDER, OUTSIDE, 3n);
  const nonce = Number(await node.rpc('eth_getTransactionCount', node.accounts[SENDER]!.address, 'latest'));
  const second = await node.sign(SENDER, { to: ALSO_OURS, value: 4n, nonce, tipGwei: 2n });
  await node.rpc('eth_sendRawTransaction', second.raw);
  await node.mine();
  const height = await node.height();
  await until('the second is mined', () => kinds(chain, second.txid).length === 2);
  expect(kinds(chain, first.txid)).toEqual([]);

  await node.reorg(1, [[first, 0]]);
  await node.mine();
  await until('the first is mined', () => kinds(chain, first.txid).length === 2);
  await caughtUp(service, chain, node);
  const story = (txid: string) => life(chain, txid, 'Transaction').slice(0, 2);
  expect(story(second.txid)).toEqual([`Mined 0 in ${height}`, `Reverted 0 in ${height}`]);
  expect(story(first.txid)).toEqual([`Mined 0 in ${height}`]);
  const nonces = facts(chain).filter(({ type }) => type === 'TransactionMined');
  expect(nonces.map(({ payload }) => payload.nonce)).toEqual([nonce, nonce]);
});
