import { tidyAmount } from './tidy-amount';

it.each([
  ['15000000000', 6, '15,000'],
  ['18000000000000000', 18, '0.018'],
  ['1', 18, '0.000000000000000001'],
  ['0', 18, '0'],
  ['-1234567', 3, '-1,234.567'],
  ['1000', 0, '1,000'],
])('%s base units with %i decimals are %s', (units, decimals, text) => expect(tidyAmount(units, decimals)).toBe(text));
