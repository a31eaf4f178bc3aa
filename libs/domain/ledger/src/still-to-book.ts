import type { Fact } from './fact';

/**
 * What is left to be booked of a flow whose earlier facts wait, once another fact of it arrives.
 *
 * What never got into the books needs not be taken back, and what returned before it was taken back need not be either.
 * Such facts would wait for ever: the coins that they moved may have gone again in the meantime.
 *
 * @param waiting   facts of one flow, the oldest first
 * @returns         some of them, and the one that arrived if it still counts, in order
 */
export function stillToBook(waiting: readonly Fact[], arriving: Fact): readonly Fact[] {
  if (waiting.length === 0) return [arriving];
  if (arriving.of === 'transfer') return arriving.state === 'finalized' ? [] : [...waiting, arriving];
  if (arriving.state === 'reverted') return [arriving];
  const left = [...waiting];
  while (arriving.state === 'failed' && left.at(-1)?.state === 'broadcast') left.pop();
  return [...left, arriving];
}
