import type { Flow } from '../api';
import { diagramOf, fullNameOf, mergedByStage, nodeBehind } from './diagram-of';

const node = (id: string, stage: string, inflow: string, outflow: string) => ({
  id,
  stage,
  label: id,
  kind: 'wallet',
  inflow,
  outflow,
  balance: '0',
  members: 1,
});

const FLOW: Flow = {
  asset: 'eip155:31337/slip44:60',
  layer: 'custody',
  asOfSeq: '7',
  stages: [
    { id: 'outside', label: 'Outside' },
    { id: 'deposit', label: 'Deposit' },
  ],
  nodes: [
    node('s1', 'outside', '0', '3'),
    node('s2', 'outside', '0', '4'),
    node('d', 'deposit', '7', '2'),
    node('idle', 'deposit', '0', '0'),
  ],
  links: [
    { id: 's1>d', source: 's1', target: 'd', amount: '3', count: 1, kind: 'in' },
    { id: 's2>d', source: 's2', target: 'd', amount: '4', count: 2, kind: 'in' },
  ],
  total: '7',
};

it('shows what moved, by its larger side, and no idle node', () => {
  expect(diagramOf(FLOW).nodes.map(({ id, moved, tone }) => [id, moved, tone])).toEqual([
    ['s1', '3', 'in'],
    ['s2', '4', 'in'],
    ['d', '7', 'internal'],
  ]);
});

it('loses nothing between stages when it merges them', () => {
  const merged = mergedByStage(FLOW);
  expect(merged.links).toEqual([
    expect.objectContaining({ source: 'outside', target: 'deposit', amount: '7', count: 3 }),
  ]);
  expect(merged.nodes.map(({ id, moved }) => [id, moved])).toEqual([
    ['outside', '7'],
    ['deposit', '7'],
  ]);
});

it('tells two nodes of one label apart by their stage', () => {
  const nodes = [
    node('p', 'outside', '0', '1'),
    { ...node('q', 'deposit', '1', '0'), label: 'p' },
    node('r', 'deposit', '1', '0'),
  ];
  const flow = { ...FLOW, nodes };
  expect(nodes.map(({ id }) => fullNameOf(flow, id))).toEqual(['p, outside', 'p, deposit', 'r']);
});

it('stands a party that paid us and was paid at both ends, each with its own side', () => {
  const paid = {
    ...FLOW,
    nodes: [node('s1', 'outside', '2', '3'), node('d', 'deposit', '3', '2')],
    links: [
      { id: 's1>d', source: 's1', target: 'd', amount: '3', count: 1, kind: 'in' as const },
      { id: 'd>s1', source: 'd', target: 's1', amount: '2', count: 1, kind: 'out' as const },
    ],
  };
  const { nodes, links } = diagramOf(paid);
  expect(nodes.map(({ id, stage, moved, tone }) => [id, stage, moved, tone])).toEqual([
    ['s1', 'outside', '3', 'in'],
    ['s1 paid', 'paid', '2', 'out'],
    ['d', 'deposit', '3', 'internal'],
  ]);
  expect(links.map(({ source, target }) => `${source} ${target}`)).toEqual(['s1 d', 'd s1 paid']);
  expect(nodes.map(({ id }) => nodeBehind(id))).toEqual(['s1', 's1', 'd']);
});
