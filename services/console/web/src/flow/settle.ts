/**
 * The places nearest to the wishes (least squares) that keep the order, the gaps and the frame:
 * an isotonic regression by pooling neighbours that would overlap.
 *
 * @param wishes  wanted centre of each slot, in order
 * @param slots   size of each
 * @returns the centres
 */
export function settle(wishes: readonly number[], slots: readonly number[], gap: number, frame: number): number[] {
  const offsets: number[] = [];
  let used = 0;
  for (const slot of slots) {
    offsets.push(used + slot / 2);
    used += slot + gap;
  }
  const pools: { sum: number; count: number }[] = [];
  wishes.forEach((wish, index) => {
    let pool = { sum: wish - offsets[index]!, count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
      pools.pop();
    }
    pools.push(pool);
  });
  const slack = Math.max(0, frame - used + gap);
  const centres: number[] = [];
  for (const pool of pools) {
    const shift = Math.min(Math.max(pool.sum / pool.count, 0), slack);
    for (let n = 0; n < pool.count; n++) centres.push(offsets[centres.length]! + shift);
  }
  return centres;
}
