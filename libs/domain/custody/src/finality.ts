/** One threshold of a finality policy: so many blocks, the transfer's own included, or the node's own tag. */
export type Threshold = { readonly blocks: number } | { readonly tag: 'safe' | 'finalized' };

/** Reads `blocks:<n>` or `tag:<safe|finalized>`; undefined where the text is neither. */
export function parseThreshold(text: string): Threshold | undefined {
  const blocks = /^blocks:([1-9]\d{0,5})$/.exec(text)?.[1];
  if (blocks) return { blocks: Number(blocks) };
  const tag = /^tag:(safe|finalized)$/.exec(text)?.[1];
  return tag ? { tag: tag as 'safe' | 'finalized' } : undefined;
}

/**
 * Whether a transfer can pass `confirmed` no later than `finalized`. A count and a tag have no fixed order, so
 * between those two it says yes: the watcher passes the states one after the other in any case.
 */
export function isInOrder(confirmed: Threshold, finalized: Threshold): boolean {
  if ('blocks' in confirmed) return !('blocks' in finalized) || confirmed.blocks <= finalized.blocks;
  return 'blocks' in finalized || confirmed.tag === 'safe' || finalized.tag === 'finalized';
}

/** What a node says of its chain: heights of its head and of its two tags. */
export interface ChainHead {
  readonly latest: number;
  readonly safe: number;
  readonly finalized: number;
}

/** The highest block that has passed a threshold; below zero where none has. */
export function passedHeight(threshold: Threshold, head: ChainHead): number {
  return 'blocks' in threshold ? head.latest - threshold.blocks + 1 : head[threshold.tag];
}
