/**
 * The first of the heights [from .. to] whose block is at or after a time; to + 1 if none is. Block times never fall,
 * so it halves the range.
 *
 * @param timeOf  the block's time at a height
 */
export async function firstHeightSince(
  since: Date,
  from: number,
  to: number,
  timeOf: (height: number) => Promise<Date>,
): Promise<number> {
  let [low, high] = [from, to + 1];
  if (low < high && (await timeOf(low)) >= since) return low;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((await timeOf(middle)) >= since) high = middle;
    else low = middle + 1;
  }
  return Math.max(low, from);
}
