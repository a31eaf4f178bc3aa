import { useCallback, useMemo, useRef, useState } from 'react';
import type { Asset } from '../api';
import { briefAmount } from '../money/amount';
import { shortenedWithin } from '../ui/shortened';
import type { Diagram } from './diagram-of';
import { layOut, leastHeight, type Geometry } from './sankey-layout';
import { orderColumns } from './sankey-order';
import { reachOf } from './sankey-reach';
import { BAR, laneDepth, shapesOf, type Frame } from './sankey-shapes';
import { topologyOf } from './sankey-topology';
import { useEasedPaint } from './use-eased-paint';

const HEADS = 44;
const LAST_LABEL = 148;
const LEAST_DEPTH = 300;
const SIDE_LABEL = 122;
const STEP_DOWN = 104;

interface SankeyProps {
  diagram: Diagram;
  asset: Asset;
  width: number;
  /** runs down the page, its stages labelled at the side: for a narrow one */
  downwards: boolean;
  selected: string | undefined;
  onOpen?: (link: Diagram['links'][number]) => void;
  onOpenNode?: (node: Diagram['nodes'][number]) => void;
}

/** The staged flow of one asset. Sizes are painted past React; React draws what there is, and what is lit. */
export function Sankey({ diagram, asset, width, downwards, selected, onOpen, onOpenNode }: SankeyProps) {
  const { nodes, links } = diagram;
  const [hovered, setHovered] = useState<{ node: string } | { link: string }>();
  const topology = useMemo(
    () =>
      topologyOf(
        diagram.stages.map((stage) => stage.id),
        nodes,
        links,
      ),
    [diagram.stages, nodes, links],
  );
  // The order belongs to the topology: sizes that change must not make nodes change places.
  const order = useMemo(() => orderColumns(topology), [topology.key]);

  const columns = topology.columns.length;
  const depth = downwards
    ? width - SIDE_LABEL - laneDepth(topology)
    : Math.max(LEAST_DEPTH, leastHeight(topology, order) + 120);
  const length = downwards ? STEP_DOWN * Math.max(1, columns - 1) + BAR : width - LAST_LABEL;
  const frame: Frame = useMemo(() => {
    const step = columns > 1 ? (length - BAR) / (columns - 1) : 0;
    return { columnAt: topology.columns.map((_, column) => column * step), depth, downwards };
  }, [topology.columns.length, length, depth, downwards]);
  const geometry = useMemo(() => layOut(topology, order, depth), [topology, order, depth]);

  const drawing = useRef<SVGGElement>(null);
  const paint = useCallback(
    (placed: Geometry) => drawing.current && paintInto(drawing.current, shapesOf(topology, placed, frame), downwards),
    [topology, frame, downwards],
  );
  useEasedPaint(`${topology.key} ${width} ${depth}`, geometry, paint);

  const focus = hovered ?? (selected === undefined ? undefined : { link: selected });
  const lit = focus && reachOf(links, focus);
  const tone = (link: Diagram['links'][number]) =>
    `${link.kind} ${lit ? (lit.has(link.id) ? 'lit' : 'unlit') : ''} ${link.id === selected ? 'selected' : ''}`;
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.fullName ?? id;
  const brief = (units: string) => `${briefAmount(units, asset.decimals)} ${asset.symbol}`;
  const interaction = (link: Diagram['links'][number]) => ({
    'data-link': link.id,
    onPointerEnter: () => setHovered({ link: link.id }),
    onPointerLeave: () => setHovered(undefined),
    ...(onOpen &&
      asButton(
        `${nameOf(link.source)} to ${nameOf(link.target)}: ${brief(link.amount)} in ${link.count} movements`,
        { link: link.id },
        () => onOpen(link),
      )),
  });
  const asButton = (label: string, focused: NonNullable<typeof hovered>, open: () => void) => ({
    role: 'button',
    tabIndex: 0,
    'aria-label': label,
    onFocus: () => setHovered(focused),
    onBlur: () => setHovered(undefined),
    onClick: open,
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      open();
    },
  });
  const title = (link: Diagram['links'][number]) => (
    <title>{`${nameOf(link.source)} → ${nameOf(link.target)}\n${brief(link.amount)}, ${link.count} movements`}</title>
  );

  const height = downwards ? length + 40 : HEADS + depth + laneDepth(topology) + 8;
  return (
    <svg
      className={`sankey ${downwards ? 'downwards' : ''}`}
      width={width}
      height={height}
      role="group"
      aria-label={`Flow of ${asset.symbol} by stage; the table holds the same figures`}
    >
      <g aria-hidden="true">
        {topology.columns.map((stage, column) => {
          const { label, moved } = diagram.stages.find(({ id }) => id === stage)!;
          const along = frame.columnAt[column]!;
          return (
            <text
              key={stage}
              className="stage"
              transform={downwards ? `translate(0 ${along + 18})` : `translate(${along} 12)`}
            >
              <tspan>{label}</tspan>
              <tspan className="moved" x="0" dy="15">
                {briefAmount(moved, asset.decimals)}
              </tspan>
            </text>
          );
        })}
      </g>
      <g ref={drawing} transform={downwards ? `translate(${SIDE_LABEL} 12)` : `translate(0 ${HEADS})`}>
        {topology.pipes.map((pipe) => {
          const link = links[pipe.link]!;
          return (
            <g key={link.id} className={`pipe ${tone(link)}`} {...interaction(link)}>
              <path className="pipe-wall" />
              <path className="pipe-bore" />
              <path className="pipe-head" />
              {title(link)}
            </g>
          );
        })}
        {topology.ribbons.map((ribbon) => {
          const link = links[ribbon.link]!;
          return (
            <path key={link.id} className={`ribbon ${tone(link)}`} {...interaction(link)}>
              {title(link)}
            </path>
          );
        })}
        {nodes.map((node) => (
          <rect
            key={node.id}
            className={`bar ${node.tone}`}
            rx="1.5"
            onPointerEnter={() => setHovered({ node: node.id })}
            onPointerLeave={() => setHovered(undefined)}
            {...(onOpenNode &&
              asButton(`${node.fullName}: ${brief(node.moved)} moved`, { node: node.id }, () => onOpenNode(node)))}
          />
        ))}
        {!downwards &&
          nodes.map((node) => (
            <text
              key={node.id}
              className={`label ${onOpenNode ? 'opens' : ''}`}
              aria-hidden="true"
              onClick={() => onOpenNode?.(node)}
            >
              <tspan x="0">{shortenedWithin(node.label)}</tspan>
              <tspan className="moved" x="0" dy="14">
                {briefAmount(node.moved, asset.decimals)}
              </tspan>
            </text>
          ))}
      </g>
    </svg>
  );
}

/** Writes places and outlines into the elements that React made, in the topology's order. */
function paintInto(drawing: SVGGElement, shapes: ReturnType<typeof shapesOf>, downwards: boolean): void {
  drawing.querySelectorAll('.pipe').forEach((pipe, index) => {
    const { line = '', head = '' } = shapes.pipes[index] ?? {};
    for (const path of pipe.querySelectorAll('path'))
      path.setAttribute('d', path.classList.contains('pipe-head') ? head : line);
  });
  drawing.querySelectorAll('.ribbon').forEach((ribbon, index) => ribbon.setAttribute('d', shapes.ribbons[index] ?? ''));
  drawing.querySelectorAll('.bar').forEach((bar, index) => {
    for (const [name, value] of Object.entries(shapes.bars[index] ?? {})) bar.setAttribute(name, value.toFixed(2));
  });
  if (downwards) return;
  drawing.querySelectorAll('.label').forEach((label, index) => {
    const { x, y, height } = shapes.bars[index]!;
    label.setAttribute('transform', `translate(${x + BAR + 7} ${(y + height / 2 - 2.5).toFixed(2)})`);
  });
}
