import type { Sweep } from '../api';
import type { Me } from '../identity/session';
import { roleRefusal } from '../identity/session';
import type { ChangeSummary } from '../registry/registry-queries';

/** Something that waits for a second person. */
export type Waiting =
  | { readonly key: string; readonly sweep: Sweep; readonly change?: undefined }
  | { readonly key: string; readonly change: ChangeSummary; readonly sweep?: undefined };

/** Everything that waits: what runs out first on top, then what has no deadline, the longest waiting first. */
export function inboxOf(sweeps: readonly Sweep[], changes: readonly ChangeSummary[]): Waiting[] {
  const bySooner = [...sweeps].sort((a, b) => a.deadline.localeCompare(b.deadline));
  const byOlder = [...changes].sort((a, b) => a.proposedAt.localeCompare(b.proposedAt));
  return [
    ...bySooner.map((sweep) => ({ key: `sweep:${sweep.flowId}`, sweep })),
    ...byOlder.map((change) => ({ key: `change:${change.changeId}`, change })),
  ];
}

/** Why this person may not decide; undefined: may. The owner of the matter judges again. */
export function decisionRefusal(me: Me | undefined, { sweep, change }: Waiting): string | undefined {
  const missing = roleRefusal(me, 'approver');
  if (missing || !me) return missing;
  const { maker } = sweep ?? change;
  if (maker === me.subject) return 'You made it: another approver has to decide.';
  if (sweep?.mandateEditor === me.subject) {
    return `You changed its mandate ${sweep.mandateId} last: another approver has to decide.`;
  }
  return undefined;
}

/** Who may decide, in words; what a mandate has planned was made by no person. */
export function whoMayDecide({ sweep, change }: Waiting): string {
  const makers = sweep ? [sweep.maker, sweep.mandateEditor] : [change.maker];
  const excluded = new Set(makers.filter((maker) => maker && !maker.startsWith('mandate:')));
  return `Any approver but ${[...excluded].join(' and ')}`;
}

/** The item `steps` further down, or up where negative; the ends hold. */
export function neighbour(items: readonly Waiting[], key: string | undefined, steps: number): Waiting | undefined {
  const at = items.findIndex((item) => item.key === key);
  return items[Math.min(Math.max(at + steps, 0), items.length - 1)];
}
