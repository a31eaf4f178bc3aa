import type { Owner } from '@tributary/domain-custody';
import type { StandingEntry } from './books';
import { move } from './entry';
import type { Fact } from './fact';
import { LedgerError } from './ledger-error';
import { rowsFor } from './rows-for';
import type { Sweep, SweepFact } from './sweep';
import type { Transfer, TransferFact } from './transfer';

const deposits: Owner = { walletId: 'deposits', role: 'deposit', side: 'c', clientId: 'aster' };
const cold: Owner = { walletId: 'cold', role: 'cold', side: 'c', clientId: null };
const gas: Owner = { walletId: 'gas', role: 'gas', side: 'h', clientId: null };
const ETHER = 'eip155:1/slip44:60';
const TOKEN = 'eip155:1/erc20:0xcc';

function transfer(from: Owner | null, to: Owner | null): Transfer {
  return {
    transferId: 'eip155:1/0x1/native',
    chain: 'eip155:1',
    assetId: ETHER,
    from: { address: '0xe', owner: from },
    to: { address: '0xa', owner: to },
    amount: 7n,
  };
}

const facts = (of: Transfer): TransferFact[] => [
  { of: 'transfer', state: 'confirmed', transfer: of },
  { of: 'transfer', state: 'finalized', transfer: of },
  { of: 'transfer', state: 'reverted', fromState: 'seen', transfer: of },
  { of: 'transfer', state: 'reverted', fromState: 'confirmed', transfer: of },
];

const sweep = (kind: string, assetId = ETHER): Sweep => ({
  flowId: 'flow',
  kind,
  chain: 'eip155:1',
  assetId,
  from: { address: '0xa', owner: kind === 'top-up' ? gas : deposits },
  to: { address: '0xc', owner: cold },
  amount: 5n,
});
const ended = (state: 'settled' | 'failed', of: Sweep, fee = 1n): SweepFact => ({
  of: 'sweep',
  state,
  sweep: of,
  fee,
  feeAssetId: ETHER,
});

function stands(kind: string, book = ETHER, amount = 5n): StandingEntry {
  const way = kind.startsWith('internal') ? 'internal' : 'sweep';
  const movements = [move(`assets:c:transit:${way}:flow`, 'assets:c:deposit:eip155:1:0xa', amount)];
  return { entryId: kind, book, kind, movements };
}

function rows(fact: Fact, standing: readonly StandingEntry[] = []): string[] {
  return rowsFor(fact, { standing: () => standing }).map(
    ({ row, book }) => `${row}${book === TOKEN ? ' (token)' : ''}`,
  );
}

describe('the row of a transfer', () => {
  it.each([
    ['to a client', null, deposits, [['deposit-confirmed'], ['deposit-finalized'], [], ['deposit-reverted']]],
    ['to nobody', null, cold, [['suspense-confirmed'], ['suspense-finalized'], [], ['suspense-reverted']]],
    ['to the house', null, gas, [[], ['capital-finalized'], [], []]],
    ['from ours to outside', cold, null, [[], [], [], []]],
    ['between ours', deposits, cold, [[], [], [], []]],
  ])('%s: confirmed, finalized, reverted from seen, from confirmed', (_, from, to, expected) => {
    expect(facts(transfer(from, to)).map((fact) => rows(fact))).toEqual(expected);
  });

  it('that a reorg past finality takes back: what stands of it, the newest first', () => {
    const fact: Fact = {
      of: 'transfer',
      state: 'reverted',
      fromState: 'finalized',
      transfer: transfer(null, deposits),
    };
    const standing = [stands('deposit-finalized'), stands('deposit-confirmed')];
    expect(rows(fact, standing)).toEqual(['deposit-finalized-reverted', 'deposit-reverted']);
    expect(() => rows(fact, [stands('deposit-confirmed')])).toThrow(
      expect.objectContaining({ code: 'flow-out-of-step' }),
    );
  });

  it.each([
    [
      'a client address in a wallet of the house',
      { of: 'transfer', state: 'confirmed', transfer: transfer(null, { ...gas, clientId: 'aster' }) },
      'row-ambiguous',
    ],
    [
      'a transfer that touches nobody of ours',
      { of: 'transfer', state: 'confirmed', transfer: transfer(null, null) },
      'row-missing',
    ],
    ['a movement for no known reason', { of: 'sweep', state: 'broadcast', sweep: sweep('stake') }, 'row-missing'],
  ] satisfies [string, Fact, string][])('is not guessed for %s', (_, fact, code) => {
    expect(() => rows(fact)).toThrow(expect.objectContaining({ code, constructor: LedgerError }));
  });
});

describe('the rows of a sweep', () => {
  const sent = [stands('sweep-broadcast')];

  it.each<[what: string, fact: SweepFact, standing: StandingEntry[], expected: string[]]>([
    ['broadcast', { of: 'sweep', state: 'broadcast', sweep: sweep('sweep') }, [], ['sweep-broadcast']],
    ['a later attempt of the same value', { of: 'sweep', state: 'broadcast', sweep: sweep('sweep') }, sent, []],
    [
      'a later attempt of another value',
      { of: 'sweep', state: 'broadcast', sweep: sweep('sweep') },
      [stands('sweep-broadcast', ETHER, 4n)],
      ['sweep-broadcast-reverted', 'sweep-broadcast'],
    ],
    ['settled', ended('settled', sweep('sweep')), sent, ['sweep-settled']],
    ['failed', ended('failed', sweep('sweep')), sent, ['sweep-broadcast-reverted', 'sweep-fee']],
    [
      'settled, of a token',
      ended('settled', sweep('sweep', TOKEN)),
      [stands('sweep-broadcast', TOKEN)],
      ['sweep-settled (token)', 'sweep-fee'],
    ],
    [
      'settled, of a token, for nothing',
      ended('settled', sweep('sweep', TOKEN), 0n),
      [stands('sweep-broadcast', TOKEN)],
      ['sweep-settled (token)'],
    ],
    ['settled after a reorg took it back', ended('settled', sweep('sweep')), [], ['sweep-broadcast', 'sweep-settled']],
    [
      'failed, then reverted',
      { of: 'sweep', state: 'reverted', sweep: sweep('sweep') },
      [stands('sweep-fee')],
      ['sweep-fee-reverted'],
    ],
    ['failed after a reorg took it back', ended('failed', sweep('sweep')), [], ['sweep-fee']],
    ['skim', { of: 'sweep', state: 'broadcast', sweep: sweep('skim') }, [], ['internal-broadcast']],
    ['refill settled', ended('settled', sweep('refill')), [stands('internal-broadcast')], ['internal-settled']],
    ['top-up broadcast', { of: 'sweep', state: 'broadcast', sweep: sweep('top-up') }, [], []],
    ['top-up settled', ended('settled', sweep('top-up')), [], ['top-up-settled']],
    ['top-up failed', ended('failed', sweep('top-up')), [], ['top-up-fee']],
    ['top-up whose nonce another used', ended('failed', sweep('top-up'), 0n), [], []],
    [
      'reverted',
      { of: 'sweep', state: 'reverted', sweep: sweep('sweep', TOKEN) },
      [stands('sweep-fee'), stands('sweep-settled', TOKEN), stands('sweep-broadcast', TOKEN)],
      ['sweep-fee-reverted', 'sweep-settled-reverted (token)', 'sweep-broadcast-reverted (token)'],
    ],
  ])('%s', (_, fact, standing, expected) => {
    expect(rows(fact, standing)).toEqual(expected);
  });
});
