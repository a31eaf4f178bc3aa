import type { Sweep } from '../api';
import type { Me } from '../identity/session';
import type { ChangeSummary } from '../registry/registry-queries';
import { decisionRefusal, inboxOf, neighbour, whoMayDecide } from './inbox';

const sweep = (flowId: string, deadline: string) =>
  ({ flowId, deadline, maker: 'mandate:eth', mandateEditor: 'olga', mandateId: 'eth' }) as Sweep;
const change = (changeId: number, proposedAt: string) => ({ changeId, proposedAt, maker: 'otto' }) as ChangeSummary;
const person = (subject: string, ...roles: Me['roles']): Me => ({ subject, name: null, roles });

const items = inboxOf(
  [sweep('late', '2026-01-01T12:00:00Z'), sweep('soon', '2026-01-01T11:00:00Z')],
  [change(2, '2026-01-01T09:00:00Z'), change(1, '2026-01-01T08:00:00Z')],
);

it('puts on top what runs out first', () => {
  expect(items.map(({ key }) => key)).toEqual(['sweep:soon', 'sweep:late', 'change:1', 'change:2']);
});

it('lets nobody decide who made it, who changed its mandate, or who is no approver', () => {
  const [first, , proposed] = items;
  expect(decisionRefusal(person('anna', 'approver'), first!)).toBeUndefined();
  expect(decisionRefusal(person('anna', 'auditor'), first!)).toContain('takes the role approver');
  expect(decisionRefusal(person('olga', 'approver'), first!)).toContain('changed its mandate eth');
  expect(decisionRefusal(person('otto', 'operator', 'approver'), proposed!)).toContain('You made it');
  expect(whoMayDecide(first!)).toBe('Any approver but olga');
});

it('moves from one to the next and stops at the ends', () => {
  expect(neighbour(items, 'sweep:soon', 1)?.key).toBe('sweep:late');
  expect(neighbour(items, 'sweep:soon', -1)?.key).toBe('sweep:soon');
  expect(neighbour(items, 'change:2', 1)?.key).toBe('change:2');
  expect(neighbour(items, 'gone', 1)?.key).toBe('sweep:soon');
  expect(neighbour([], undefined, 1)).toBeUndefined();
});
