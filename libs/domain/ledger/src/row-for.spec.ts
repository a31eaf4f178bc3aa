import type { Owner } from '@tributary/domain-custody';
import { LedgerError } from './ledger-error';
import { rowFor } from './row-for';
import type { Transfer, TransferFact } from './transfer';

const deposits: Owner = { walletId: 'deposits', role: 'deposit', side: 'c', clientId: 'aster' };
const cold: Owner = { walletId: 'cold', role: 'cold', side: 'c', clientId: null };
const gas: Owner = { walletId: 'gas', role: 'gas', side: 'h', clientId: null };

function transfer(from: Owner | null, to: Owner | null): Transfer {
  return {
    transferId: 'eip155:1/0x1/native',
    chain: 'eip155:1',
    assetId: 'eip155:1/slip44:60',
    from: { address: '0xe', owner: from },
    to: { address: '0xa', owner: to },
    amount: 7n,
  };
}

const facts = (of: Transfer): TransferFact[] => [
  { state: 'confirmed', transfer: of },
  { state: 'finalized', transfer: of },
  { state: 'reverted', fromState: 'seen', transfer: of },
  { state: 'reverted', fromState: 'confirmed', transfer: of },
];

describe('the row of a transfer', () => {
  it.each([
    ['to a client', null, deposits, ['deposit-confirmed', 'deposit-finalized', 'nothing', 'deposit-reverted']],
    ['to nobody', null, cold, ['suspense-confirmed', 'suspense-finalized', 'nothing', 'suspense-reverted']],
    ['to the house', null, gas, ['nothing', 'capital-finalized', 'nothing', 'nothing']],
    ['from ours to outside', cold, null, ['nothing', 'nothing', 'nothing', 'nothing']],
    ['between ours', deposits, cold, ['nothing', 'nothing', 'nothing', 'nothing']],
  ])('%s: confirmed, finalized, reverted from seen, from confirmed', (_, from, to, rows) => {
    expect(facts(transfer(from, to)).map(rowFor)).toEqual(rows);
  });

  it.each([
    [
      'a client address in a wallet of the house',
      { state: 'confirmed', transfer: transfer(null, { ...gas, clientId: 'aster' }) },
      'row-ambiguous',
    ],
    ['a transfer that touches nobody of ours', { state: 'confirmed', transfer: transfer(null, null) }, 'row-missing'],
    [
      'a reorg past finality',
      { state: 'reverted', fromState: 'finalized', transfer: transfer(null, deposits) },
      'row-missing',
    ],
  ] satisfies [string, TransferFact, string][])('is not guessed for %s', (_, fact, code) => {
    expect(() => rowFor(fact)).toThrow(expect.objectContaining({ code, constructor: LedgerError }));
  });
});
