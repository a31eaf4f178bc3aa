import {
  AddressAllocated,
  ClientOpened,
  SweepBroadcast,
  SweepPlanned,
  TransferSeen,
  WalletCreated,
} from '@tributary/events';
import { until } from '@tributary/testing';
import { CHAIN, ETHER, recordOf, startConsole, transfer, type TestConsole } from './console.fixture';
import { entryMoving } from './search.fixture';

interface Found {
  readonly kind: string;
  readonly id: string;
  readonly by: string;
  readonly text: string;
  readonly book: string | null;
}

const SIGNED = { version: 1, occurredAt: new Date(1_700_000_000_000), maker: 'otto', checker: 'anna' };
const OURS = '0x52908400098527886E0F7030069857D2E4169EE7';
const SWEPT = `0x5e${'0'.repeat(62)}`;
const TOKEN = `${CHAIN}/erc20:0x${'a'.repeat(40)}`;

describe('what begins with a text', () => {
  let console_: TestConsole;
  const seen = transfer(0xbeef);
  const owner = { walletId: 'deposits', role: 'deposit', side: 'c', clientId: 'CL-7' } as const;
  const hot = { walletId: 'hot', role: 'hot', side: 'c', clientId: null } as const;
  const flow = {
    ...{ chain: CHAIN, occurredAt: SIGNED.occurredAt, flowId: 'FLOW-1', kind: 'sweep', assetId: ETHER, amount: 5n },
    ...{ from: { address: OURS, owner }, to: { address: `0x${'1'.repeat(40)}`, owner: hot }, maxFee: 9n },
    feeAssetId: ETHER,
  } as const;
  const find = async (q: string) =>
    (await console_.read<{ items: Found[] }>(`/search?${new URLSearchParams({ q })}`)).body.items;
  const ids = async (q: string) => (await find(q)).map(({ kind, id, by }) => `${kind} ${id} ${by}`);

  beforeAll(async () => {
    console_ = await startConsole();
    await console_.publish([
      recordOf(ClientOpened, { ...SIGNED, clientId: 'CL-7' }),
      recordOf(ClientOpened, { ...SIGNED, clientId: 'CL-70' }),
      recordOf(WalletCreated, { ...SIGNED, walletId: 'hot', chain: CHAIN, role: 'hot', side: 'c', label: 'Payouts' }),
      recordOf(AddressAllocated, {
        ...{ ...SIGNED, ...owner, chain: CHAIN, address: OURS },
        ...{ derivationPath: null, effectiveFromBlock: 0 },
      }),
      recordOf(TransferSeen, seen),
      recordOf(SweepPlanned, {
        ...{ ...flow, version: 1, inputs: [], digest: 'd', mandateId: 'm', mandateVersion: 1, maker: 'planner' },
        ...{ needsApproval: false, deadline: SIGNED.occurredAt },
      }),
      recordOf(SweepBroadcast, { ...flow, version: 2, attempt: 1, txid: SWEPT, nonce: 0 }),
      entryMoving(ETHER, 'entry-1', ['assets:c:hot:x', 'liabilities:c:available:CL-7']),
      entryMoving(TOKEN, 'entry-2', ['assets:c:hot:x', 'liabilities:c:available:CL-7']),
    ]);
    await until('all of it is read', async () => {
      const found = await Promise.all(['CL-70', 'FLOW', SWEPT, 'entry-2', seen.txid].map(find));
      return found.every(({ length }) => length > 0);
    });
  }, 120_000);
  afterAll(() => console_?.stop(), 60_000);

  it('is found in whatever case, by its id or by what belongs to it', async () => {
    expect(await ids('cl-7')).toEqual(['client CL-7 id', 'client CL-70 id']);
    expect(await ids('PAYOUT')).toEqual(['wallet hot name']);
    expect(await ids(OURS.slice(0, 9).toLowerCase())).toEqual([`address ${OURS} id`]);
    expect(await ids(seen.txid)).toEqual([`deposit ${seen.transferId} transaction`]);
    expect(await ids(SWEPT.slice(0, 6))).toEqual(['sweep FLOW-1 transaction']);
    expect(await ids(seen.from.address)).toEqual([`deposit ${seen.transferId} sender`]);
  });

  it('tells accounts of one name in two books apart', async () => {
    const accounts = await find('assets:c:hot');
    expect(accounts.map(({ kind, book }) => `${kind} ${book}`).sort()).toEqual(
      [`account ${ETHER}`, `account ${TOKEN}`].sort(),
    );
    expect((await find('entry-2'))[0]).toMatchObject({ kind: 'entry', book: TOKEN, account: 'assets:c:hot:x' });
  });

  it('is nothing for what only contains the text, nor for signs that mean something to SQL', async () => {
    for (const text of ['L-7', 'C%', 'C_-7', '\\CL']) expect(await find(text)).toEqual([]);
  });

  it('is refused for a single letter', async () => {
    expect((await console_.read('/search?q=c')).status).toBe(400);
  });
});
