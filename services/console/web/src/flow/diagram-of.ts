import type { Flow, FlowLink, FlowNode, FlowStage } from '../api';
import { sumOf } from '../money/amount';
import type { SankeyLink, SankeyNode } from './sankey-topology';

/** What the picture shows: the answer's nodes and links, whole or merged. */
export interface Diagram {
  stages: { id: string; label: string; moved: string }[];
  nodes: (SankeyNode & { label: string; fullName: string; moved: string; tone: 'in' | 'internal' | 'out' })[];
  links: (SankeyLink & Pick<FlowLink, 'amount' | 'count' | 'kind'>)[];
}

/** What went through a node: the larger of its two sides, as one of them may still be waiting. */
export function movedThrough({ inflow, outflow }: Pick<FlowNode, 'inflow' | 'outflow'>): string {
  return BigInt(inflow) > BigInt(outflow) ? inflow : outflow;
}

/** A node's label, with its stage where a second node bears the same, as a client does in each stage of its claim. */
export function fullNameOf(flow: Pick<Flow, 'nodes' | 'stages'>, id: string): string {
  const node = flow.nodes.find((each) => each.id === id);
  if (node === undefined) return id;
  const twin = flow.nodes.some((other) => other !== node && other.label === node.label);
  const stage = flow.stages.find((each) => each.id === node.stage)?.label;
  return twin && stage !== undefined ? `${node.label}, ${stage.toLowerCase()}` : node.label;
}

/**
 * Each node and link as answered; a node that nothing touched is left out. A party outside that was paid stands a
 * second time behind the last stage: what leaves us does not go back to the first.
 */
export function diagramOf(flow: Flow): Diagram {
  const stageOf = new Map(flow.nodes.map((node) => [node.id, node.stage]));
  const isPaid = (link: FlowLink) => stageOf.get(link.target) === OUTSIDE;
  const links = flow.links.map((link) => ({
    ...link,
    target: isPaid(link) ? paidSide(link.target) : link.target,
    weight: Number(link.amount),
  }));
  const sides = flow.nodes.flatMap((node) =>
    node.stage === OUTSIDE
      ? [
          { ...node, inflow: '0' },
          { ...node, id: paidSide(node.id), stage: PAID.id, outflow: '0' },
        ]
      : [node],
  );
  const nodes = sides
    .filter((node) => movedThrough(node) !== '0')
    .map((node) => ({
      id: node.id,
      stage: node.stage,
      label: node.label,
      fullName: fullNameOf(flow, nodeBehind(node.id)),
      moved: movedThrough(node),
      tone: toneOf(node.id, links),
    }));
  return { stages: stagesOf([...flow.stages, PAID], nodes), nodes, links };
}

/** The answer's node that a node of the picture shows. */
export const nodeBehind = (id: string): string => (id.endsWith(PAID_MARK) ? id.slice(0, -PAID_MARK.length) : id);

const OUTSIDE = 'outside';
const PAID = { id: 'paid', label: 'Paid out' };
const PAID_MARK = ' paid';
const paidSide = (id: string) => id + PAID_MARK;

/** One node a stage, for a narrow page; what moves within a stage is left to the table. */
export function mergedByStage(flow: Flow): Diagram {
  const { nodes: all, links: whole, stages } = diagramOf(flow);
  const stageOf = new Map(all.map((node) => [node.id, node.stage]));
  const merged = new Map<string, Diagram['links'][number]>();
  for (const link of whole) {
    const [source, target] = [stageOf.get(link.source), stageOf.get(link.target)];
    if (source === undefined || target === undefined || source === target) continue;
    const id = `${source}>${target}:${link.kind}`;
    const before = merged.get(id);
    const amount = before ? sumOf([before.amount, link.amount]) : link.amount;
    merged.set(id, {
      id,
      source,
      target,
      kind: link.kind,
      amount,
      weight: Number(amount),
      count: link.count + (before?.count ?? 0),
    });
  }
  const links = [...merged.values()];
  const nodes = stages
    .filter((stage) => all.some((node) => node.stage === stage.id))
    .map((stage) => ({
      id: stage.id,
      stage: stage.id,
      label: stage.label,
      fullName: stage.label,
      moved: stage.moved,
      tone: toneOf(stage.id, links),
    }));
  return { stages, nodes, links };
}

function stagesOf(stages: readonly FlowStage[], nodes: Diagram['nodes']): Diagram['stages'] {
  return stages.map(({ id, label }) => ({
    id,
    label,
    moved: sumOf(nodes.filter((node) => node.stage === id).map((node) => node.moved)),
  }));
}

function toneOf(id: string, links: readonly Pick<FlowLink, 'source' | 'target' | 'kind'>[]): 'in' | 'internal' | 'out' {
  if (links.some((link) => link.source === id && link.kind === 'in')) return 'in';
  if (links.some((link) => link.target === id && (link.kind === 'out' || link.kind === 'fee'))) return 'out';
  return 'internal';
}
