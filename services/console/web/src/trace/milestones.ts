import type { TraceNode } from '../api';
import type { Lot } from './lots';
import { flowOf, placeName } from './place-name';

/** A time at which a lot moved, or its owner was credited. */
export interface Milestone {
  name: string;
  note: string;
  at: string;
  /** the movement of ours behind it */
  flow: string | null;
}

/** From its arrival on, in order of time. A movement of ours is told once, where it arrives. */
export function milestonesOf(
  { stops }: Pick<Lot, 'stops'>,
  nodes: readonly TraceNode[],
  creditedAt: string | null,
): Milestone[] {
  const milestones: Milestone[] = [];
  stops.forEach(({ node, by }, index) => {
    const flow = flowOf(node);
    if (by === null || flow) return;
    const through = flowOf(stops[index - 1]?.node ?? '');
    const known = nodes.find(({ id }) => id === node);
    milestones.push({
      name: through
        ? through.kind === 'sweep'
          ? 'Swept'
          : 'Moved'
        : /^(outside|fees):/.test(node)
          ? 'Paid out'
          : 'Deposited',
      note: `to ${placeName(node, known)}`,
      at: by.effectiveAt,
      flow: through?.id ?? null,
    });
  });
  if (creditedAt !== null) milestones.push({ name: 'Credited', note: 'to the client', at: creditedAt, flow: null });
  return milestones.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
