import fc from 'fast-check';
import { foldGroups, foldLinks } from './fold-groups';
import type { GroupLink } from './store/group-links';

const group = fc.oneof(
  fc.nat(20).map((n) => `outside:0x${n}`),
  fc.nat(20).map((n) => `client:c${n}`),
  fc.constantFrom('unattributed', 'wallet:hot', 'wallet:cold'),
);
const links = fc.uniqueArray(
  fc.record({ source: group, target: group, amount: fc.bigInt(1n, 10n ** 30n), count: fc.integer({ min: 1, max: 9 }) }),
  { selector: ({ source, target }) => `${source} ${target}`, maxLength: 120 },
);

const total = (some: readonly GroupLink[]) => some.reduce((sum, { amount }) => sum + amount, 0n);
const edges = (some: readonly GroupLink[]) => some.reduce((sum, { count }) => sum + count, 0);

describe('folded groups', () => {
  it('keep every sum: in all, and into and out of each group', () => {
    fc.assert(
      fc.property(links, (raw) => {
        const folding = foldGroups(raw);
        const folded = foldLinks(raw, folding);
        expect([total(folded), edges(folded)]).toEqual([total(raw), edges(raw)]);
        for (const { source: drawn } of folded) {
          const behind = raw.filter(({ source }) => folding.drawnAs(source) === drawn);
          expect(total(folded.filter(({ source }) => source === drawn))).toBe(total(behind));
        }
      }),
    );
  });

  it('say the same of what is behind them as of what they are drawn as', () => {
    fc.assert(
      fc.property(links, (raw) => {
        const { drawnAs, behind } = foldGroups(raw);
        for (const name of new Set(raw.flatMap(({ source, target }) => [source, target]))) {
          const filter = behind(drawnAs(name));
          const isBehind =
            'group' in filter ? filter.group === name : name.startsWith(filter.prefix) && !filter.except.includes(name);
          expect([name, isBehind]).toEqual([name, true]);
        }
      }),
    );
  });

  it.each([
    [10, [1n, 2n]],
    [9, []],
  ])('of %i senders leave out those through which least value went, but never a single one', (senders, rest) => {
    const raw = Array.from({ length: senders }, (_, n) => ({
      source: `outside:0x${n}`,
      target: 'client:a',
      amount: BigInt(n + 1),
      count: 1,
    }));
    const { drawnAs } = foldGroups(raw);
    expect(raw.filter(({ source }) => drawnAs(source) === 'other-senders').map(({ amount }) => amount)).toEqual(rest);
  });
});
