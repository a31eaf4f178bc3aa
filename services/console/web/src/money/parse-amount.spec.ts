import { parseAmount } from './parse-amount';

it.each([
  ['1.5', 18, 1_500_000_000_000_000_000n],
  ['1,250', 6, 1_250_000_000n],
  [' 7 ', 0, 7n],
  ['0.000001', 6, 1n],
])('reads %j with %i decimals exactly', (text, decimals, units) => expect(parseAmount(text, decimals)).toBe(units));

it.each(['', '1e3', '-1', '1.', '.5', '0x10', '0', '0.0'])('refuses %j', (text) =>
  expect(typeof parseAmount(text, 6)).toBe('string'),
);

it('rounds nothing', () => expect(parseAmount('0.0000001', 6)).toBe('This asset has 6 decimals: nothing is rounded'));
