import type { Deposit, Sweep, TraceEdge } from '../api';
import { onwardOf, underWay } from './onward';

const edge = (src: string, dst: string, tracedAmount: string, effectiveAt: string) =>
  ({ src, dst, tracedAmount, effectiveAt, tx: null, entryId: 'e' }) as TraceEdge;
const sweep = (change: Partial<Sweep>) =>
  ({
    state: 'PENDING_APPROVAL',
    kind: 'sweep',
    from: { address: '0xAB' },
    plannedAt: '2026-11-23T11:00:00Z',
    ...change,
  }) as Sweep;
const deposit = { address: '0xab', finalizedAt: '2026-11-23T10:00:00Z' } as Deposit;

it('tells each movement once, with all that it took of the deposit, and not the deposit itself', () => {
  const edges = [
    edge('outside:a', 'assets:c:transit:deposit:d', '10', '2026-11-23T10:00:00Z'),
    edge('assets:c:transit:deposit:d', 'address', '10', '2026-11-23T10:00:00Z'),
    edge('address', 'assets:c:transit:sweep:f', '9', '2026-11-23T12:00:00Z'),
    edge('assets:c:transit:sweep:f', 'hot', '4', '2026-11-23T12:00:00Z'),
    edge('assets:c:transit:sweep:f', 'hot', '5', '2026-11-23T12:00:00Z'),
  ];
  expect(onwardOf({ edges }).map(({ flowId, kind, from, to, amount }) => [flowId, kind, from, to, amount])).toEqual([
    ['f', 'sweep', 'address', 'hot', '9'],
  ]);
});

it('takes no ended sweep, no top-up and no earlier one for the one that is under way', () => {
  const open = sweep({});
  const others = [
    sweep({ state: 'SETTLED' }),
    sweep({ kind: 'top-up' }),
    sweep({ plannedAt: '2026-11-23T09:00:00Z' }),
    sweep({ from: { address: '0xcd' } as Sweep['from'] }),
  ];
  expect(underWay([...others, open], deposit)).toBe(open);
  expect(underWay(others, deposit)).toBeUndefined();
});
