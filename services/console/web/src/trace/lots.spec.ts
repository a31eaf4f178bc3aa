import type { TraceEdge } from '../api';
import { largest, lotsOf, type Lot } from './lots';

const edge = (edgeId: string, src: string, dst: string) => ({ edgeId, src, dst }) as TraceEdge;
const lot = (number: number, amount: string): Lot => ({ number, amount, stops: [] });
const sizes = (lots: Lot[]) => lots.map(({ amount }) => amount);

it('follows each lot along its edges; a deposit on its way is at its address', () => {
  const edges = [
    edge('1', 'outside:a', 'assets:c:transit:deposit:d'),
    edge('2', 'assets:c:transit:deposit:d', 'address'),
    edge('3', 'address', 'hot'),
  ];
  const lots = [
    { at: '0', amount: '7', edges: ['1', '2', '3'], end: 'hot', effectiveAt: '' },
    { at: '7', amount: '3', edges: ['1', '2'], end: 'address', effectiveAt: '' },
  ];
  const ways = lotsOf({ lots, edges }).map(({ stops }) => stops.map(({ node, by }) => `${by?.edgeId ?? ''} ${node}`));
  expect(ways).toEqual([
    [' outside:a', '2 address', '3 hot'],
    [' outside:a', '2 address'],
  ]);
});

it('draws the largest lots in their order and loses nothing of the others', () => {
  const lots = [lot(1, '5'), lot(2, '90'), lot(3, '1'), lot(4, '40')];
  const { drawn, rest } = largest(lots, 2, { count: 10, atLeast: false, amount: '100' });
  expect(sizes(drawn)).toEqual(['90', '40']);
  expect(rest).toEqual({ count: 12, atLeast: false, amount: '106' });
});

it('always draws the selected lot', () => {
  expect(sizes(largest([lot(1, '5'), lot(2, '90'), lot(3, '1')], 2, null, 3).drawn)).toEqual(['90', '1']);
});

it('has no rest where every lot is drawn', () => expect(largest([lot(1, '5')], 2, null).rest).toBeNull());
