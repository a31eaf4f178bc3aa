import type { Mandate, Wallet } from '../registry/registry-queries';
import { freeOf, mandateFor, outcomeOf } from './permitted';
import type { Source } from './sweep-queries';

const hot = { walletId: 'hot', role: 'hot' } as Wallet;
const cold = { walletId: 'cold', role: 'cold' } as Wallet;
const skim = {
  mandateId: 'skim',
  enabled: true,
  kind: 'skim',
  assetId: 'eth',
  fromRole: 'hot',
  toWalletId: 'cold',
  automaticUpTo: '10',
  limit: '100',
} as Mandate;
const plan = { kind: 'skim', assetId: 'eth', from: hot, to: cold } as const;

it('finds no mandate for what none permits to the letter', () => {
  expect(mandateFor([skim], plan)).toBe(skim);
  for (const other of [
    { ...skim, enabled: false },
    { ...skim, kind: 'refill' as const },
    { ...skim, assetId: 'usd' },
    { ...skim, fromRole: 'warm' },
    { ...skim, toWalletId: 'warm' },
  ]) {
    expect(mandateFor([other], plan)).toBeUndefined();
  }
});

it('says of an amount whether it moves by itself, waits for a person, or cannot', () => {
  expect([10n, 11n, 100n, 101n].map((amount) => outcomeOf(amount, skim))).toEqual([
    'automatic',
    'approval',
    'approval',
    'over-limit',
  ]);
});

it('counts what one address has free of its own side, not the sum of several', () => {
  const source = { walletId: 'hot', assetId: 'eth', side: 'c', clientUnits: '70', houseUnits: '500', reserved: '20' };
  const sources = [source, { ...source, clientUnits: '60', reserved: '0' }] as Source[];
  expect(freeOf(sources, { assetId: 'eth', from: hot })).toBe('60');
  expect(freeOf(sources, { assetId: 'usd', from: hot })).toBe('0');
});
