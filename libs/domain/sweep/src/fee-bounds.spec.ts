import fc from 'fast-check';
import { firstFee, replacementFee } from './fee-bounds';

const perGas = fc.bigInt(1n, 10n ** 13n);
const gas = fc.bigInt(21_000n, 10n ** 6n);
const maximum = fc.bigInt(1n, 10n ** 18n);

it('no attempt can cost more than the maximum fee, and the first can be mined in the next block', () => {
  fc.assert(
    fc.property(perGas, perGas, gas, maximum, (baseFeePerGas, maxPriorityFeePerGas, gasLimit, maxFee) => {
      const fee = firstFee({ baseFeePerGas, maxPriorityFeePerGas }, gasLimit, maxFee);
      if ('code' in fee) {
        expect((baseFeePerGas + maxPriorityFeePerGas) * gasLimit).toBeGreaterThan(maxFee);
        return;
      }
      expect(fee.maxFeePerGas * gasLimit <= maxFee).toBe(true);
      expect(fee.maxFeePerGas >= baseFeePerGas + maxPriorityFeePerGas).toBe(true);
      expect(fee.maxPriorityFeePerGas <= fee.maxFeePerGas).toBe(true);
    }),
  );
});

it('a replacement rises by a tenth in both fields, or is refused', () => {
  fc.assert(
    fc.property(perGas, perGas, perGas, gas, maximum, (max, tip, offered, gasLimit, maxFee) => {
      const before = { maxFeePerGas: max, maxPriorityFeePerGas: tip < max ? tip : max };
      const fee = replacementFee(before, offered, { gasLimit, maxFee });
      if ('code' in fee) {
        const isLow = offered * 10n < max * 11n;
        expect(isLow || offered * gasLimit > maxFee || max * 11n * gasLimit > maxFee * 10n - 10n * gasLimit).toBe(true);
        return;
      }
      expect(fee.maxFeePerGas * 10n >= max * 11n).toBe(true);
      expect(fee.maxPriorityFeePerGas * 10n >= before.maxPriorityFeePerGas * 11n).toBe(true);
      expect(fee.maxPriorityFeePerGas <= fee.maxFeePerGas).toBe(true);
      expect(fee.maxFeePerGas * gasLimit <= maxFee).toBe(true);
    }),
  );
});

it.each([
  ['one wei more', 101n, 'fee-underpriced', '110'],
  ['over the maximum', 201n, 'fee-over-maximum', 'offer 110 to 200'],
])('%s is refused with the bounds to keep', (_, offered, code, words) => {
  const bounds = { gasLimit: 10n, maxFee: 2_000n };
  const fee = replacementFee({ maxFeePerGas: 100n, maxPriorityFeePerGas: 1n }, offered, bounds);
  expect(fee).toMatchObject({ code, message: expect.stringContaining(words) });
});

it('nothing can be replaced that is near its maximum already', () => {
  const bounds = { gasLimit: 10n, maxFee: 1_000n };
  const fee = replacementFee({ maxFeePerGas: 100n, maxPriorityFeePerGas: 1n }, 100n, bounds);
  expect(fee).toMatchObject({ code: 'fee-over-maximum', message: expect.stringContaining('wait for the transaction') });
});

it('a gas limit of none is a broken invariant', () => {
  expect(() => firstFee({ baseFeePerGas: 1n, maxPriorityFeePerGas: 1n }, 0n, 1n)).toThrow('gas limit');
});
