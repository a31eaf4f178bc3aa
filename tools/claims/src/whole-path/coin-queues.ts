/** Value that moved between two nodes of the custody layer, as an entry of the books states it. */
export interface CoinMove {
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
  /** The flow whose entry it stands in. */
  readonly flow: string;
}

/** Coins that lie together and came in by one flow. */
interface Lot {
  readonly origin: string;
  amount: bigint;
}

const BOUNDARY = /^(outside|fees):/;

/**
 * Where coins lie, found by hand: each node holds a queue of lots, what leaves is taken from its front, what arrives
 * goes to its end. Slow and plain on purpose, and of no code that the flow graph has: the measure of its answers.
 */
export class CoinQueues {
  private readonly queues = new Map<string, Lot[]>();

  /** @throws {Error} more leaves a node than lies there */
  move({ from, to, amount, flow }: CoinMove): void {
    const lots = BOUNDARY.test(from) ? [{ origin: flow, amount }] : this.take(from, amount);
    if (BOUNDARY.test(to)) return;
    this.queues.set(to, [...(this.queues.get(to) ?? []), ...lots]);
  }

  /** What lies at each node of what one flow brought in. */
  whereIs(origin: string): Map<string, bigint> {
    const places = new Map<string, bigint>();
    for (const [node, lots] of this.queues) {
      const here = sumOf(lots.filter((lot) => lot.origin === origin));
      if (here > 0n) places.set(node, here);
    }
    return places;
  }

  /** By which flows what lies at a node came in, with their amounts. */
  makeupOf(node: string): Map<string, bigint> {
    const makeup = new Map<string, bigint>();
    for (const { origin, amount } of this.queues.get(node) ?? []) {
      makeup.set(origin, (makeup.get(origin) ?? 0n) + amount);
    }
    return makeup;
  }

  private take(node: string, amount: bigint): Lot[] {
    const queue = this.queues.get(node) ?? [];
    const taken: Lot[] = [];
    for (let left = amount; left > 0n;) {
      const first = queue[0];
      if (!first) throw new Error(`${amount} leave ${node}, which holds ${left} less`);
      const part = first.amount < left ? first.amount : left;
      taken.push({ origin: first.origin, amount: part });
      first.amount -= part;
      left -= part;
      if (first.amount === 0n) queue.shift();
    }
    return taken;
  }
}

function sumOf(lots: readonly Lot[]): bigint {
  return lots.reduce((sum, { amount }) => sum + amount, 0n);
}
