import { sumsOf } from './sums';

it('leads from the opening to the closing balance on the side on which an account stands', () => {
  const client = [
    { debit: '40', credit: null, balanceAfter: '160' },
    { debit: null, credit: '100', balanceAfter: '200' },
  ];
  expect(sumsOf('liabilities:c:available:acme', client)).toEqual({
    opening: '100',
    debits: '40',
    credits: '100',
    closing: '160',
  });
  const address = [{ debit: '100', credit: null, balanceAfter: '120' }];
  expect(sumsOf('assets:c:deposit:eip155:31337:0x52ba', address).opening).toBe('20');
});
