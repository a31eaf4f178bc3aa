import type { Owner } from '@tributary/domain-custody';
import { DUE_FROM_CLIENTS, DUE_FROM_HOUSE, DUE_TO_CLIENTS, DUE_TO_HOUSE, NETWORK_FEE } from './account';
import { move, type Movement } from './entry';
import type { Fact } from './fact';
import { ETHER } from './history.fixture';
import { post } from './post';
import { claimsCovered, duesMirrored, noneOverdrawn, sidesKept } from './rules';
import type { Sweep } from './sweep';
import { TestLedger } from './test-ledger.fixture';
import type { Transfer } from './transfer';

const chain = 'eip155:31337';
const client: Owner = { walletId: 'deposits', role: 'deposit', side: 'c', clientId: 'aster' };
const address = { address: '0xa1', owner: client };
const hotWallet = { address: '0xc1', owner: { ...client, role: 'hot', clientId: null } as Owner };
const gasWallet = { address: '0xf1', owner: { ...client, role: 'gas', side: 'h', clientId: null } as Owner };

const transfer: Transfer = {
  transferId: `${chain}/0x1/native`,
  chain,
  assetId: ETHER,
  from: { address: '0xe', owner: null },
  to: address,
  amount: 1000n,
};
const sweep: Sweep = { flowId: 's', kind: 'sweep', chain, assetId: ETHER, from: address, to: hotWallet, amount: 970n };
const topUp: Sweep = { ...sweep, flowId: 't', kind: 'top-up', from: gasWallet, to: address, amount: 50n };

const deposited: Fact[] = [
  { of: 'transfer', state: 'confirmed', transfer },
  { of: 'transfer', state: 'finalized', transfer },
];
const capital: Fact = {
  of: 'transfer',
  state: 'finalized',
  transfer: { ...transfer, transferId: `${chain}/0x2/native`, to: gasWallet },
};
const vanished: Fact = { of: 'transfer', state: 'reverted', fromState: 'finalized', transfer };
const settled = (of: Sweep, fee: bigint): Fact => ({
  of: 'sweep',
  state: 'settled',
  sweep: of,
  fee,
  feeAssetId: ETHER,
});
const sent: Fact = { of: 'sweep', state: 'broadcast', sweep };
const takenBack = (of: Sweep): Fact => ({ of: 'sweep', state: 'reverted', sweep: of });

const at = 'assets:c:deposit:eip155:31337:0xa1';
const hot = 'assets:c:hot:eip155:31337:0xc1';
const gasAtAddress = 'assets:h:gas:eip155:31337:0xa1';
const transit = 'assets:c:transit:sweep:s';
const arriving = `assets:c:transit:deposit:${transfer.transferId}`;
const pending = `liabilities:c:pending:aster:${transfer.transferId}`;
const available = 'liabilities:c:available:aster';

function after(facts: readonly Fact[]): TestLedger {
  const ledger = new TestLedger();
  for (const fact of facts) ledger.take(fact);
  return ledger;
}

/** The movements of the entries after the first so many, and the kinds of the entries. */
function since(ledger: TestLedger, entries: number): { kinds: string[]; movements: Movement[] } {
  const newer = ledger.entries.slice(entries);
  return { kinds: newer.map(({ kind }) => kind), movements: newer.flatMap(({ movements }) => movements) };
}

describe('the worked examples of the books', () => {
  it('native sweep: deposit 1000, value 970, fee 21; 9 stay at the address, the house owes clients 21', () => {
    const ledger = after([...deposited, sent, settled(sweep, 21n)]);
    expect(since(ledger, 2).movements).toEqual([
      move(transit, at, 970n),
      move(hot, transit, 970n),
      move(DUE_FROM_HOUSE, at, 21n),
      move(NETWORK_FEE, DUE_TO_CLIENTS, 21n),
    ]);
    expect(ledger.of(ETHER).get(at)).toBe(9n);
    expect(ledger.of(ETHER).get(DUE_TO_CLIENTS)).toBe(-21n);
  });

  it('withdrawal 500, charge 10, network 21: breaks no rule on top of that sweep', () => {
    const hold = 'liabilities:c:withdrawal-hold:aster:w';
    const leaving = 'assets:c:transit:withdrawal:w';
    const entries = [
      [move(available, hold, 510n)],
      [move(leaving, hot, 500n)],
      [
        move(hold, leaving, 500n),
        move(hold, DUE_TO_HOUSE, 10n),
        move(DUE_FROM_CLIENTS, 'income:h:withdrawal-fee', 10n),
        move(DUE_FROM_HOUSE, hot, 21n),
        move(NETWORK_FEE, DUE_TO_CLIENTS, 21n),
      ],
    ];
    let balances = after([...deposited, sent, settled(sweep, 21n)]).of(ETHER);
    for (const movements of entries) {
      balances = post(movements, balances).balances;
      const broken = [sidesKept(movements), duesMirrored(movements), claimsCovered(balances), noneOverdrawn(balances)];
      expect(broken.flat()).toEqual([]);
    }
    expect([hold, leaving, hot, available].map((account) => balances.get(account))).toEqual([0n, 0n, 449n, -490n]);
  });

  it('reorg past finality of a swept deposit: the sweep mirrored, then the deposit', () => {
    const ledger = after([...deposited, sent, settled(sweep, 21n), takenBack(sweep), vanished]);
    const { kinds, movements } = since(ledger, 4);
    expect(kinds).toEqual([
      'sweep-settled-reverted',
      'sweep-broadcast-reverted',
      'deposit-finalized-reverted',
      'deposit-reverted',
    ]);
    expect(movements).toEqual([
      move(DUE_TO_CLIENTS, NETWORK_FEE, 21n),
      move(at, DUE_FROM_HOUSE, 21n),
      move(transit, hot, 970n),
      move(at, transit, 970n),
      move(arriving, at, 1000n),
      move(available, pending, 1000n),
      move(pending, arriving, 1000n),
    ]);
  });

  it('reorg of a deposit already spent: what the client spent is short, and receivable of it', () => {
    const other = { ...transfer, transferId: `${chain}/0x3/native`, to: { ...hotWallet } };
    const ledger = after([...deposited, { of: 'transfer', state: 'confirmed', transfer: other }]);
    ledger.take({ of: 'transfer', state: 'finalized', transfer: other });
    ledger.correct(ETHER, [move(available, 'liabilities:c:suspense:spent', 910n)]);
    ledger.take(vanished);
    expect(since(ledger, 4).movements).toEqual([
      move(arriving, at, 1000n),
      move(available, pending, 90n),
      move(pending, arriving, 90n),
      move(DUE_FROM_HOUSE, arriving, 910n),
      move('assets:h:receivable:aster', DUE_TO_CLIENTS, 910n),
    ]);
  });
});

describe('a reorg past finality', () => {
  it('waits where the sweep of those coins still stands, and is booked with its reversal', () => {
    const ledger = after([...deposited, sent, vanished]);
    expect(ledger.waiting).toMatchObject([{ fact: vanished, lack: { account: at } }]);
    ledger.take(takenBack(sweep));
    expect(ledger.waiting).toEqual([]);
    expect([...ledger.of(ETHER).values()].filter((balance) => balance !== 0n)).toEqual([]);
  });

  it("takes the house's gas at the address where that had paid for the clients", () => {
    const partly = { ...sweep, amount: 30n };
    const ledger = after([
      capital,
      ...deposited,
      settled(topUp, 0n),
      { of: 'sweep', state: 'broadcast', sweep: partly },
    ]);
    ledger.take(vanished);
    expect(since(ledger, 5)).toMatchObject({
      kinds: ['shared-address', 'deposit-finalized-reverted', 'deposit-reverted'],
    });
    expect(since(ledger, 5).movements.slice(0, 2)).toEqual([
      move(at, DUE_TO_HOUSE, 30n),
      move(DUE_FROM_CLIENTS, gasAtAddress, 30n),
    ]);
    expect(ledger.entries[5]?.edges).toEqual([{ layer: 'custody', from: gasAtAddress, to: at, amount: 30n }]);
    expect(claimsCovered(ledger.of(ETHER))).toEqual([]);
  });

  it("takes the clients' coins where they had paid for gas that vanished", () => {
    const failedSweep = { ...sweep, amount: 10n };
    const ledger = after([capital, ...deposited, settled(topUp, 0n)]);
    ledger.take({ of: 'sweep', state: 'broadcast', sweep: failedSweep });
    ledger.take({ of: 'sweep', state: 'failed', sweep: failedSweep, fee: 21n, feeAssetId: ETHER });
    ledger.take(takenBack(topUp));
    expect(since(ledger, 7).movements).toEqual([
      move(DUE_FROM_HOUSE, at, 21n),
      move(gasAtAddress, DUE_TO_CLIENTS, 21n),
      move('assets:h:gas:eip155:31337:0xf1', gasAtAddress, 50n),
    ]);
  });

  it('overflows into the opposite due where the house has paid its own in the meantime', () => {
    const ledger = after([...deposited, sent, settled(sweep, 21n)]);
    const paid = [move(hot, DUE_FROM_HOUSE, 15n), move(DUE_TO_CLIENTS, 'assets:h:gas:eip155:31337:0xf1', 15n)];
    ledger.correct(ETHER, [move('assets:h:gas:eip155:31337:0xf1', 'equity:h:capital', 15n), ...paid]);
    ledger.take(takenBack(sweep));
    expect(since(ledger, 4).movements.slice(0, 4)).toEqual([
      move(DUE_TO_CLIENTS, NETWORK_FEE, 6n),
      move(DUE_FROM_CLIENTS, NETWORK_FEE, 15n),
      move(at, DUE_FROM_HOUSE, 6n),
      move(at, DUE_TO_HOUSE, 15n),
    ]);
    expect(noneOverdrawn(ledger.of(ETHER))).toEqual([]);
  });
});
