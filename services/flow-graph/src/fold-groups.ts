import type { GroupLink } from './store/group-links';
import type { GroupFilter } from './store/passages';

/** Groups that are folded into one when there are more of them than are worth drawing. */
interface Family {
  /** Start of their names. */
  readonly prefix: string;
  /** The name of all that are not among the largest. */
  readonly rest: string;
  /** How many are drawn by themselves. */
  readonly drawn: number;
}

const FAMILIES: readonly Family[] = [
  { prefix: 'outside:', rest: 'other-senders', drawn: 8 },
  { prefix: 'client:', rest: 'other-clients', drawn: 12 },
  { prefix: 'pending:', rest: 'other-pending', drawn: 12 },
  { prefix: 'available:', rest: 'other-available', drawn: 12 },
];

/** Which groups are drawn by themselves; all others of a family become one. */
export interface Folding {
  /** The group that this one is drawn as. */
  drawnAs(group: string): string;
  /** The groups that are drawn as this one. */
  behind(drawn: string): GroupFilter;
}

/**
 * Chooses the groups to draw: of each family those through which most value went, ties by name. Value moves from a
 * group's own name to the rest's and never anywhere else, so sums over all links stay as they are.
 */
export function foldGroups(links: readonly GroupLink[]): Folding {
  const weights = new Map<string, bigint>();
  for (const { source, target, amount } of links) {
    for (const group of new Set([source, target])) weights.set(group, (weights.get(group) ?? 0n) + amount);
  }
  const largest = new Map(
    FAMILIES.map((family) => {
      const members = [...weights].filter(([group]) => group.startsWith(family.prefix));
      members.sort(([a, x], [b, y]) => (x === y ? (a < b ? -1 : 1) : x > y ? -1 : 1));
      const drawn = members.length > family.drawn + 1 ? family.drawn : members.length; // a rest of one is drawn by its name
      return [family, members.slice(0, drawn).map(([group]) => group)];
    }),
  );
  const familyOf = (group: string) => FAMILIES.find(({ prefix }) => group.startsWith(prefix));

  return {
    drawnAs: (group) => {
      const family = familyOf(group);
      return !family || largest.get(family)?.includes(group) ? group : family.rest;
    },
    behind: (drawn) => {
      const family = FAMILIES.find(({ rest }) => rest === drawn);
      return family ? { prefix: family.prefix, except: largest.get(family) ?? [] } : { group: drawn };
    },
  };
}

/** Links between the groups that are drawn. */
export function foldLinks(links: readonly GroupLink[], { drawnAs }: Folding): GroupLink[] {
  const folded = new Map<string, GroupLink>();
  for (const link of links) {
    const [source, target] = [drawnAs(link.source), drawnAs(link.target)];
    const key = JSON.stringify([source, target]);
    const { amount, count } = folded.get(key) ?? { amount: 0n, count: 0 };
    folded.set(key, { source, target, amount: amount + link.amount, count: count + link.count });
  }
  return [...folded.values()];
}
