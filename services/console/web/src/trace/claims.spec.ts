import type { TraceLink } from '../api';
import { claimsOf, creditLots } from './claims';

const link = (transferId: string, clientId: string, creditAmount: string) =>
  ({ transferId, clientId, creditAmount }) as TraceLink;

it('owes each client each credit once, whatever number of lots its coins are in', () => {
  const claims = claimsOf([
    link('1', 'acme', '10'),
    link('2', 'orrin', '5'),
    link('1', 'acme', '10'),
    link('3', 'acme', '7'),
  ]);
  expect(claims.map(({ clientId, links }) => [clientId, links.map(({ transferId }) => transferId)])).toEqual([
    ['acme', ['1', '3']],
    ['orrin', ['2']],
  ]);
  expect(creditLots(claims).map(({ number, amount }) => [number, amount])).toEqual([
    [1, '10'],
    [2, '7'],
    [3, '5'],
  ]);
});
