import type { SankeyLink } from './sankey-topology';

/** The links that a thing drew from and those that it fed, by id: what lights up under the pointer. */
export function reachOf(links: readonly SankeyLink[], start: { node: string } | { link: string }): Set<string> {
  const reached = new Set<string>();
  const first = 'link' in start ? links.find((link) => link.id === start.link) : undefined;
  if (first) reached.add(first.id);
  const walk = (node: string | undefined, here: 'source' | 'target', there: 'source' | 'target') => {
    const passed = new Set<string>();
    const queue = node === undefined ? [] : [node];
    for (let current = queue.pop(); current !== undefined; current = queue.pop()) {
      if (passed.has(current)) continue;
      passed.add(current);
      for (const link of links) {
        if (link[here] !== current) continue;
        reached.add(link.id);
        queue.push(link[there]);
      }
    }
  };
  walk('node' in start ? start.node : first?.source, 'target', 'source');
  walk('node' in start ? start.node : first?.target, 'source', 'target');
  return reached;
}
