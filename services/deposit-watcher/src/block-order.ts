/** Where something that was recorded stands on its chain. */
interface Placed {
  readonly blockHeight: number;
  /** Place of its transaction in the block. */
  readonly placeInBlock: number;
  /** Of a transfer: its place in the transaction. A transaction itself has none and follows its transfers. */
  readonly index?: string;
}

/** Sorts into block order: what happened first comes first. */
export function byPlace(a: Placed, b: Placed): number {
  return (
    a.blockHeight - b.blockHeight ||
    a.placeInBlock - b.placeInBlock ||
    placeInTransaction(a.index) - placeInTransaction(b.index)
  );
}

/** Value moves before the code runs that writes logs. */
function placeInTransaction(index: string | undefined): number {
  if (index === undefined) return Number.MAX_SAFE_INTEGER;
  return index === 'native' ? -1 : Number(index.slice('log:'.length));
}
