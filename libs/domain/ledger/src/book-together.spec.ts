import type { Owner } from '@tributary/domain-custody';
import { DUE_FROM_CLIENTS, DUE_TO_HOUSE } from './account';
import { move } from './entry';
import type { Fact } from './fact';
import { ETHER } from './history.fixture';
import { claimsCovered, noneOverdrawn } from './rules';
import type { Sweep } from './sweep';
import { TestLedger } from './test-ledger.fixture';
import type { Party } from './transfer';

const chain = 'eip155:31337';
const ours = (address: string, owner: Partial<Owner>): Party => {
  return { address, owner: { walletId: address, role: 'hot', side: 'c', clientId: null, ...owner } };
};
const client = ours('0xa1', { role: 'deposit', clientId: 'aster' });
const hot = ours('0xc1', {});
const cold = ours('0xc2', { role: 'cold' });
const house = ours('0xf1', { role: 'gas', side: 'h' });

const at = 'assets:c:deposit:eip155:31337:0xa1';
const gasBeside = 'assets:h:gas:eip155:31337:0xa1';

function arrived(n: number, to: Party, amount: bigint): { confirmed: Fact; finalized: Fact; vanished: Fact } {
  const transfer = {
    transferId: `${chain}/0x${n}/native`,
    chain,
    assetId: ETHER,
    from: { address: '0xe', owner: null },
  };
  const of = { of: 'transfer', transfer: { ...transfer, to, amount } } as const;
  return {
    confirmed: { ...of, state: 'confirmed' },
    finalized: { ...of, state: 'finalized' },
    vanished: { ...of, state: 'reverted', fromState: 'finalized' },
  };
}

function flow(flowId: string, kind: string, from: Party, to: Party, amount: bigint) {
  const sweep: Sweep = { flowId, kind, chain, assetId: ETHER, from, to, amount };
  const ended = (state: 'settled' | 'failed', fee: bigint): Fact => {
    return { of: 'sweep', state, sweep, fee, feeAssetId: ETHER };
  };
  return {
    sent: { of: 'sweep', state: 'broadcast', sweep } as Fact,
    settled: ended('settled', 0n),
    failed: (fee: bigint) => ended('failed', fee),
    takenBack: { of: 'sweep', state: 'reverted', sweep } as Fact,
  };
}

function after(...facts: readonly Fact[]): TestLedger {
  const ledger = new TestLedger();
  for (const fact of facts) ledger.take(fact);
  return ledger;
}

const waitingOf = (ledger: TestLedger): Fact[] => ledger.waiting.map(({ fact }) => fact);
const kindsSince = (ledger: TestLedger, entries: number) => ledger.entries.slice(entries).map(({ kind }) => kind);

describe('facts that wait', () => {
  const deposit = arrived(1, client, 100n);
  const swept = flow('swept', 'sweep', client, hot, 100n);
  const out = flow('out', 'skim', hot, cold, 100n);
  const back = flow('back', 'refill', cold, hot, 100n);
  const later = flow('later', 'skim', hot, cold, 100n);

  it('are taken back together where coins went round and a later flow has them', () => {
    const credited = [deposit.confirmed, deposit.finalized, swept.sent, swept.settled];
    const ledger = after(...credited, out.sent, out.settled, back.sent, back.settled, later.sent);
    const booked = ledger.entries.length;
    for (const fact of [back.takenBack, out.takenBack]) ledger.take(fact);
    expect(waitingOf(ledger)).toEqual([back.takenBack, out.takenBack]);
    ledger.bookWaiting();
    expect(waitingOf(ledger)).toEqual([]);
    expect(kindsSince(ledger, booked)).toEqual([
      'internal-settled-reverted',
      'internal-broadcast-reverted',
      'internal-settled-reverted',
      'internal-broadcast-reverted',
    ]);
    expect(noneOverdrawn(ledger.of(ETHER))).toEqual([]);
  });

  it('are left alone where coins go round before the deposit is heard of that brought them', () => {
    const ledger = after(swept.sent, swept.settled, out.sent, out.settled, back.sent, back.settled);
    ledger.bookWaiting();
    expect(ledger.entries).toEqual([]);
    for (const fact of [deposit.confirmed, deposit.finalized]) ledger.take(fact);
    expect(waitingOf(ledger)).toEqual([]);
  });

  it('wait on where together they lack coins too', () => {
    const ledger = after(deposit.confirmed, deposit.finalized, swept.sent, swept.settled, later.sent, swept.takenBack);
    ledger.bookWaiting();
    expect(waitingOf(ledger)).toEqual([swept.takenBack]);
    ledger.take(later.failed(0n));
    expect(waitingOf(ledger)).toEqual([]);
  });

  it("are booked with the house's gas beside, where clients' coins paid a fee before that gas was booked", () => {
    const capital = arrived(2, house, 500n);
    const gas = flow('gas', 'top-up', house, client, 500n);
    const failing = flow('failing', 'sweep', client, hot, 30n);
    const ledger = after(deposit.confirmed, deposit.finalized, gas.settled, failing.sent, failing.failed(60n));
    for (const fact of [swept.sent, capital.confirmed, capital.finalized]) ledger.take(fact);
    expect(waitingOf(ledger)).toEqual([swept.sent]);
    const booked = ledger.entries.length;
    ledger.bookWaiting();
    expect(kindsSince(ledger, booked)).toEqual(['shared-address', 'sweep-broadcast']);
    expect(ledger.entries[booked]?.movements).toEqual([
      move(at, DUE_TO_HOUSE, 60n),
      move(DUE_FROM_CLIENTS, gasBeside, 60n),
    ]);
    expect([ledger.of(ETHER).get(at), ledger.of(ETHER).get(gasBeside)]).toEqual([0n, 440n]);
    expect(claimsCovered(ledger.of(ETHER))).toEqual([]);
  });
});
