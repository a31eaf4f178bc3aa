import type { Flow, FlowLink, FlowNode } from '../api';
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

/** Each node and link as answered; a node that nothing touched is left out. */
export function diagramOf(flow: Flow): Diagram {
  const nodes = flow.nodes
    .filter((node) => movedThrough(node) !== '0')
    .map((node) => ({
      id: node.id,
      stage: node.stage,
      label: node.label,
      fullName: fullNameOf(flow, node.id),
      moved: movedThrough(node),
      tone: toneOf(node.id, flow.links),
    }));
  const links = flow.links.map((link) => ({ ...link, weight: Number(link.amount) }));
  return { stages: stagesOf(flow, nodes), nodes, links };
}

/** One node a stage, for a narrow page; what moves within a stage is left to the table. */
export function mergedByStage(flow: Flow): Diagram {
  const { nodes: all, stages } = diagramOf(flow);
  const stageOf = new Map(flow.nodes.map((node) => [node.id, node.stage]));
  const merged = new Map<string, Diagram['links'][number]>();
  for (const link of flow.links) {
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

function stagesOf(flow: Flow, nodes: Diagram['nodes']): Diagram['stages'] {
  return flow.stages.map(({ id, label }) => ({
    id,
    label,
    moved: sumOf(nodes.filter((node) => node.stage === id).map((node) => node.moved)),
  }));
}

function toneOf(id: string, links: readonly Pick<FlowLink, 'source' | 'target' | 'kind'>[]): 'in' | 'internal' | 'out' {
  if (links.some((link) => link.source === id && link.kind === 'in')) return 'in';
  if (links.some((link) => link.target === id && link.kind === 'out')) return 'out';
  return 'internal';
}
