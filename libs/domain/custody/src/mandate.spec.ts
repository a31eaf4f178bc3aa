import { mandateFault, type Destination, type MandateTerms } from './mandate';

const CHAIN = 'eip155:1';
const HOT: Destination = { chain: CHAIN, role: 'hot', side: 'c' };
const WARM: Destination = { chain: CHAIN, role: 'warm', side: 'c' };
const SWEEP: MandateTerms = {
  assetId: `${CHAIN}/slip44:60`,
  kind: 'sweep',
  fromRole: 'deposit',
  toWalletId: 'w',
  threshold: 5n,
  automaticUpTo: 10n,
  limit: 20n,
  maxFee: 1n,
};
const TOP_UP: MandateTerms = { ...SWEEP, kind: 'top-up', fromRole: 'gas', toWalletId: null, threshold: 0n };
const TOKEN = `${CHAIN}/erc20:0x${'d0'.repeat(20)}`;

describe('a mandate', () => {
  it.each<[string, MandateTerms, Destination | undefined]>([
    ['a sweep of deposits into the hot wallet', SWEEP, HOT],
    ["a top-up out of the house's gas", TOP_UP, undefined],
    ['a refill from cold', { ...SWEEP, kind: 'refill', fromRole: 'cold', threshold: 0n }, HOT],
    [
      'a skim to warm, each by approval',
      { ...SWEEP, kind: 'skim', fromRole: 'hot', threshold: 0n, automaticUpTo: 0n },
      WARM,
    ],
  ])('permits %s', (_, terms, to) => expect(mandateFault(terms, to)).toBeUndefined());

  it.each<[string, MandateTerms, Destination | undefined, keyof MandateTerms]>([
    ['a sweep out of a hot wallet', { ...SWEEP, fromRole: 'hot' }, HOT, 'fromRole'],
    ['a sweep into a warm wallet', SWEEP, WARM, 'toWalletId'],
    ["clients' deposits into the house's wallet", SWEEP, { ...HOT, side: 'h' }, 'toWalletId'],
    ['a wallet of another chain', SWEEP, { ...HOT, chain: 'eip155:5' }, 'toWalletId'],
    ['a wallet that there is not', SWEEP, undefined, 'toWalletId'],
    ['a sweep to nowhere', { ...SWEEP, toWalletId: null }, undefined, 'toWalletId'],
    ['a skim back into a hot wallet', { ...SWEEP, kind: 'skim', fromRole: 'hot', threshold: 0n }, HOT, 'toWalletId'],
    ['a top-up of a token', { ...TOP_UP, assetId: TOKEN }, undefined, 'assetId'],
    ['a top-up to a wallet', { ...TOP_UP, toWalletId: 'w' }, HOT, 'toWalletId'],
    ['a sweep of every dust', { ...SWEEP, threshold: 0n }, HOT, 'threshold'],
    ['a threshold where nothing is watched', { ...TOP_UP, threshold: 1n }, undefined, 'threshold'],
    ['more by itself than at all', { ...SWEEP, automaticUpTo: 21n }, HOT, 'automaticUpTo'],
    ['no amount at all', { ...SWEEP, automaticUpTo: 0n, limit: 0n }, HOT, 'limit'],
    ['no fee', { ...SWEEP, maxFee: 0n }, HOT, 'maxFee'],
  ])('refuses %s', (_, terms, to, field) => expect(mandateFault(terms, to)?.field).toBe(field));
});
