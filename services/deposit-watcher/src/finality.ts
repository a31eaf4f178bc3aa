import { parseThreshold, passedHeight, type ChainHead } from '@tributary/domain-custody';

/** A finality policy with its thresholds as heights: the highest block that has passed each. */
export interface PassedHeights {
  readonly confirmed: number;
  readonly finalized: number;
}

/**
 * Where a policy's thresholds stand now.
 *
 * @param head  our own cursor and how far the node's tags are on our chain, not what the node is ahead of us
 */
export function passedHeights(
  policy: { readonly confirmed: string; readonly finalized: string },
  head: ChainHead,
): PassedHeights {
  return { confirmed: heightOf(policy.confirmed, head), finalized: heightOf(policy.finalized, head) };
}

function heightOf(text: string, head: ChainHead): number {
  const threshold = parseThreshold(text);
  if (!threshold) throw new Error(`"${text}" is no finality threshold: the asset's listing should have refused it`);
  return passedHeight(threshold, head);
}

/** The states that a transfer enters now, in order; none is skipped, and what is not confirmed is never final. */
export function promotions(
  state: 'seen' | 'confirmed',
  blockHeight: number,
  passed: PassedHeights,
): ('confirmed' | 'finalized')[] {
  const entered: ('confirmed' | 'finalized')[] = [];
  if (state === 'seen' && blockHeight <= passed.confirmed) entered.push('confirmed');
  const isConfirmed = state === 'confirmed' || entered.length > 0;
  if (isConfirmed && blockHeight <= passed.finalized) entered.push('finalized');
  return entered;
}
