import { itemAt, layOut, leastHeight, stepAt } from './sankey-layout';
import { orderColumns } from './sankey-order';
import { reachOf } from './sankey-reach';
import { shapesOf } from './sankey-shapes';
import { topologyOf, type SankeyLink, type SankeyNode } from './sankey-topology';

const STAGES = ['outside', 'deposit', 'hot', 'cold'];
const node = (id: string, stage: string): SankeyNode => ({ id, stage });
const link = (source: string, target: string, weight: number): SankeyLink => ({
  id: `${source}>${target}`,
  source,
  target,
  weight,
});

const NODES = [
  node('a', 'outside'),
  node('b', 'outside'),
  node('p', 'deposit'),
  node('q', 'deposit'),
  node('h', 'hot'),
];
const LINKS = [link('a', 'q', 30), link('b', 'p', 10), link('a', 'h', 5), link('q', 'h', 20), link('h', 'p', 1)];

describe('topology', () => {
  const topology = topologyOf(STAGES, NODES, LINKS);

  it('gives no column to a stage without nodes', () => {
    expect(topology.columns).toEqual(['outside', 'deposit', 'hot']);
  });

  it('keeps room in each column that a long ribbon passes', () => {
    const long = topology.ribbons.find((ribbon) => LINKS[ribbon.link]!.id === 'a>h')!;
    expect(long.visits.map((item) => topology.items[item]!.column)).toEqual([0, 1, 2]);
    expect(topology.items[long.visits[1]!]).toEqual({ column: 1, node: -1, weight: 5 });
  });

  it('draws a link backwards as a pipe that adds nothing to its bars', () => {
    expect(topology.pipes.map((pipe) => LINKS[pipe.link]!.id)).toEqual(['h>p']);
    expect(topology.items[2]!.weight).toBe(10);
  });

  it('accepts a cycle between equals', () => {
    const both = topologyOf(['hot'], [node('x', 'hot'), node('y', 'hot')], [link('x', 'y', 1), link('y', 'x', 1)]);
    expect(both.pipes).toHaveLength(2);
  });

  it('has a key of names alone, so that new sizes keep the order', () => {
    const grown = LINKS.map((each) => ({ ...each, weight: each.weight * 3 + 1 }));
    expect(topologyOf(STAGES, NODES, grown).key).toBe(topology.key);
    expect(topologyOf(STAGES, NODES, grown.slice(1)).key).not.toBe(topology.key);
  });
});

describe('order', () => {
  it('uncrosses ribbons that can be uncrossed', () => {
    const topology = topologyOf(STAGES, NODES.slice(0, 4), [link('a', 'q', 30), link('b', 'p', 10)]);
    const [left, right] = orderColumns(topology);
    const partner = new Map([
      [0, 3],
      [1, 2],
    ]);
    expect(right).toEqual(left!.map((item) => partner.get(item)));
  });
});

describe('layout', () => {
  const topology = topologyOf(STAGES, NODES, LINKS);
  const order = orderColumns(topology);
  const geometry = layOut(topology, order, 300);
  const span = (item: number) => {
    const top = geometry[itemAt(item)]!;
    return { top, bottom: top + geometry[itemAt(item) + 1]! };
  };

  it('keeps each bar inside the frame and off its neighbours', () => {
    for (const column of order) {
      column.forEach((item, index) => {
        expect(span(item).top).toBeGreaterThanOrEqual(-1e-6);
        expect(span(item).bottom).toBeLessThanOrEqual(300 + 1e-6);
        if (index > 0) expect(span(item).top).toBeGreaterThan(span(column[index - 1]!).bottom);
      });
    }
  });

  it('draws all sizes on one scale', () => {
    const scale = geometry[itemAt(0) + 1]! / topology.items[0]!.weight;
    topology.items.forEach((item, index) => expect(geometry[itemAt(index) + 1]).toBeCloseTo(item.weight * scale, 6));
  });

  it('keeps the ends of ribbons inside their bars', () => {
    let step = 0;
    for (const { visits } of topology.ribbons) {
      for (let visit = 1; visit < visits.length; visit++, step++) {
        const at = stepAt(topology, step);
        const ends = [
          [visits[visit - 1]!, geometry[at]!],
          [visits[visit]!, geometry[at + 1]!],
        ] as const;
        for (const [item, top] of ends) {
          expect(top).toBeGreaterThanOrEqual(span(item).top - 1e-6);
          expect(top + geometry[at + 2]!).toBeLessThanOrEqual(span(item).bottom + 1e-6);
        }
      }
    }
  });

  it('leaves two lines of label to the thinnest node', () => {
    const thin = topologyOf(STAGES, NODES.slice(0, 3), [link('a', 'p', 1), link('b', 'p', 1_000_000)]);
    const thinOrder = orderColumns(thin);
    const placed = layOut(thin, thinOrder, leastHeight(thin, thinOrder) + 100);
    const middle = (item: number) => placed[itemAt(item)]! + placed[itemAt(item) + 1]! / 2;
    expect(Math.abs(middle(0) - middle(1))).toBeGreaterThanOrEqual(34);
  });

  it('survives a flow of nothing', () => {
    const still = topologyOf(STAGES, NODES, []);
    expect(Array.from(layOut(still, orderColumns(still), 300)).every(Number.isFinite)).toBe(true);
  });
});

describe('shapes', () => {
  const topology = topologyOf(STAGES, NODES, LINKS);
  const geometry = layOut(topology, orderColumns(topology), 300);

  it('transposes for a narrow page', () => {
    const frame = { columnAt: [0, 100, 200], depth: 300 };
    const across = shapesOf(topology, geometry, { ...frame, downwards: false }).bars;
    const down = shapesOf(topology, geometry, { ...frame, downwards: true }).bars;
    expect(down).toEqual(across.map(({ x, y, width, height }) => ({ x: y, y: x, width: height, height: width })));
  });

  it('draws one shape for each link', () => {
    const shapes = shapesOf(topology, geometry, { columnAt: [0, 100, 200], depth: 300, downwards: false });
    expect([shapes.ribbons.length, shapes.pipes.length]).toEqual([4, 1]);
    const pipes = shapes.pipes.flatMap(({ line, head }) => [line, head]);
    for (const path of [...shapes.ribbons, ...pipes]) expect(path).not.toContain('NaN');
  });
});

describe('reach', () => {
  it('lights what a link drew from and what it fed, and nothing beside', () => {
    expect(reachOf(LINKS, { link: 'q>h' })).toEqual(new Set(['q>h', 'a>q', 'h>p']));
    expect(reachOf(LINKS, { node: 'b' })).toEqual(new Set(['b>p']));
  });

  it('ends on a cycle', () => {
    const cycle = [link('x', 'y', 1), link('y', 'x', 1)];
    expect(reachOf(cycle, { node: 'x' })).toEqual(new Set(['x>y', 'y>x']));
  });
});
