import fc from 'fast-check';
import { shareOf, amountParts, briefAmount, exactAmount, sumOf } from './amount';

describe('an amount', () => {
  it('loses no base unit on copy', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.nat(18), (units, decimals) => {
        const [whole = '', fraction = ''] = exactAmount(units.toString(), decimals).split('.');
        expect(BigInt(whole + fraction.padEnd(decimals, '0'))).toBe(units);
      }),
    );
  });

  it.each([
    ['1840220415000', 6, ['1', '840', '220'], '415000', ''],
    ['3118204495000000001', 18, ['3'], '118204', '495000000001'],
    ['12400000000000000000', 18, ['12'], '400000', ''],
    ['7', 0, ['7'], '', ''],
    ['7', 18, ['0'], '000000', '000000000007'],
  ])('splits %s of %i decimals', (units, decimals, groups, shown, rest) => {
    expect(amountParts(units, decimals)).toEqual({ negative: false, groups, shown, rest });
  });

  it.each([
    ['0', 18, '0'],
    ['1', 18, '<0.000001'],
    ['310000000000000', 18, '0.00031'],
    ['12345678', 6, '12.3456'],
    ['1840415999', 6, '1,840.41'],
    ['12499999000000', 6, '12.49M'],
    ['-2500000', 6, '−2.5'],
  ])('is cut, never rounded up, in a label: %s of %i decimals', (units, decimals, label) => {
    expect(briefAmount(units, decimals)).toBe(label);
  });

  it('adds up past the range of a JavaScript number', () => {
    expect(sumOf(['9007199254740993', '1'])).toBe('9007199254740994');
  });
});

it('rounds a share down, and knows no share of nothing', () => {
  expect(shareOf('2', '3')).toBe(6666);
  expect(shareOf('0', '0')).toBe(0);
});
