import fc from 'fast-check';
import { correlatedSlashingGwei, initialSlashingGwei } from './slashing';

const ETH = 10n ** 9n;

it.each([
  [32n * ETH, 7_812_500n],
  [2048n * ETH, 500_000_000n],
  [31n * ETH, 7_568_359n],
])('EIP-7251: %s gwei lose one part in 4096 at once: %s', (effective, penalty) => {
  expect(initialSlashingGwei(effective)).toBe(penalty);
});

it.each([
  ['100 of a million validators: three times their share', 32n * ETH, 3_200n * ETH, 9_600_000n],
  ['the same for a compounding one, in proportion', 2048n * ETH, 3_200n * ETH, 614_400_000n],
  ['one alone: not rounded to nothing as before Electra', 32n * ETH, 32n * ETH, 96_000n],
  ['a third of all, test_max_penalties: everything', 32n * ETH, 10_666_667n * ETH, 32n * ETH],
  ['more than a third: never more than everything', 32n * ETH, 20_000_000n * ETH, 32n * ETH],
])('of 32 million ETH at stake, %s', (_, effective, slashedGwei, penalty) => {
  expect(correlatedSlashingGwei(effective, { slashedGwei, totalActiveGwei: 32_000_000n * ETH })).toBe(penalty);
});

it('a correlated penalty is at most the exact share, and less than a gwei per ETH below it', () => {
  const eth = fc.bigInt(1n, 2048n);
  fc.assert(
    fc.property(eth, fc.bigInt(1n, 10n ** 7n), fc.bigInt(1n, 4n * 10n ** 7n), (effective, slashed, active) => {
      const found = correlatedSlashingGwei(effective * ETH, {
        slashedGwei: slashed * ETH,
        totalActiveGwei: active * ETH,
      });
      const share = slashed * 3n < active ? slashed * 3n : active;
      const exactTimesActive = effective * ETH * share;
      expect(found * active <= exactTimesActive).toBe(true);
      expect((found + effective) * active > exactTimesActive).toBe(true);
    }),
  );
});

it('a chain without stake is refused', () => {
  expect(() => correlatedSlashingGwei(32n * ETH, { slashedGwei: 0n, totalActiveGwei: 0n })).toThrow('read the state');
});
