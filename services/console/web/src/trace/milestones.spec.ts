import type { TraceEdge } from '../api';
import { milestonesOf } from './milestones';

const by = (effectiveAt: string) => ({ effectiveAt }) as TraceEdge;

it('tells a sweep once, and the credit at its time between', () => {
  const stops = [
    { node: 'outside:0x1', by: null },
    { node: 'assets:c:deposit:eip155:1:0x2', by: by('2026-11-23T10:00:00Z') },
    { node: 'assets:c:transit:sweep:f-1', by: by('2026-11-23T12:00:00Z') },
    { node: 'assets:c:hot:eip155:1:0x3', by: by('2026-11-23T12:00:00Z') },
  ];
  const told = milestonesOf({ stops }, [], '2026-11-23T10:05:00Z');
  expect(told.map(({ name, flow }) => [name, flow])).toEqual([
    ['Deposited', null],
    ['Credited', null],
    ['Swept', 'f-1'],
  ]);
});
