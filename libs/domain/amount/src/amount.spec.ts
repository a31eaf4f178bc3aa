import fc from 'fast-check';
import { formatAmount, parseAmount } from './amount';

describe('amounts', () => {
  it('what is written reads back to the same base units', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 256n }), fc.integer({ min: 0, max: 30 }), (amount, decimals) => {
        expect(parseAmount(formatAmount(amount, decimals), decimals)).toBe(amount);
      }),
    );
  });

  it('an excess decimal place is refused, even a zero', () => {
    expect(parseAmount('1.0000000', 6)).toMatchObject({ code: 'amount-too-precise' });
    expect(parseAmount('1.000001', 6)).toBe(1_000_001n);
  });

  it.each(['', '-1', '+1', '1e18', '1,5', '.5', '01', '1.', ' 1'])('%p is no amount', (text) => {
    expect(parseAmount(text, 18)).toMatchObject({ code: 'amount-malformed' });
  });
});
