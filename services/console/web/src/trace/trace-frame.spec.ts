import type { LinkedTrace, TraceEdge, TraceLink } from '../api';
import type { Lot } from './lots';
import { frameOf } from './trace-frame';

const lot = (number: number, amount: string, transferId: string): Lot => ({
  number,
  amount,
  stops: [
    { node: 'outside:a', by: null },
    { node: `address of ${transferId}`, by: { flow: transferId } as TraceEdge },
    { node: 'hot', by: { flow: 'sweep' } as TraceEdge },
  ],
});
const link = (transferId: string, clientId: string, creditAmount: string) =>
  ({ transferId, clientId, creditAmount }) as TraceLink;
const trace = (...links: TraceLink[]) =>
  ({ custody: { direction: 'back', rest: null, nodes: [] }, links }) as unknown as LinkedTrace;

it('draws coins and claims on one scale: a lot as thick as the credit of the same amount', () => {
  const lots = [lot(1, '100', 'a'), lot(2, '50', 'b')];
  const frame = frameOf(trace(link('a', 'acme', '100'), link('b', 'orrin', '80')), lots, 1, 1000);
  const coins = frame.custody.picture.ribbons.find((ribbon) => ribbon.lot === 0)!.thickness;
  const credit = frame.entitlement.picture.ribbons.find((ribbon) => ribbon.lot === 0)!.thickness;
  expect(credit).toBeCloseTo(coins);
});

it('stands credits below their addresses, accounts below where the coins are', () => {
  const { custody, entitlement } = frameOf(trace(link('a', 'acme', '1')), [lot(1, '1', 'a')], 1, 1000);
  expect(entitlement.columnAt).toEqual([custody.columnAt[1], custody.columnAt[2]]);
  expect(entitlement.across).toBeGreaterThan(custody.across + custody.picture.height);
});

it.each([390, 1000])('keeps everything inside a frame of %i pixels', (width) => {
  const lots = Array.from({ length: 40 }, (_, index) => lot(index + 1, String(index * 7 + 1), `d${index}`));
  const links = lots.map(({ amount }, index) => link(`d${index}`, `client ${index % 5}`, amount));
  const frame = frameOf(trace(...links), lots, 3, width);
  expect(frame.drawn.map(({ number }) => number)).toContain(3);
  for (const { picture, across, columnAt } of [frame.custody, frame.entitlement]) {
    const [along, depth] = frame.downwards ? [frame.height, width] : [width, frame.height];
    expect(Math.max(...columnAt)).toBeLessThan(along);
    expect(across + picture.height).toBeLessThanOrEqual(depth);
  }
});
