import type { Api } from '@tributary/demo';
import type { EntryPosted } from '@tributary/events';
import { CoinQueues } from './coin-queues';

interface Where {
  readonly places: readonly { readonly node: string; readonly amount: string }[];
}

interface Trace {
  readonly lots: readonly { readonly edges: readonly string[]; readonly amount: string }[];
  readonly edges: readonly { readonly edgeId: string; readonly flow: string }[];
}

/** More than any hub of a campaign has, so that nothing is merged. */
const ALL_LOTS = 'lots=10000&limit=200000';

/**
 * Holds the graph's answers against plain queues that are fed with what the books say moved: where each deposit lies
 * now, and of which deposits each hub's balance is made.
 *
 * @param entries    every EntryPosted, in the order of each book
 * @param transfers  the deposits that stand in the chain, with their books
 * @param hubs       nodes whose balance is traced back
 */
export async function auditPlaces(
  api: Api,
  entries: readonly EntryPosted[],
  transfers: readonly { readonly transferId: string; readonly assetId: string }[],
  hubs: readonly { readonly node: string; readonly assetId: string }[],
  log: (line: string) => void,
): Promise<string[]> {
  const books = queuesOf(entries);
  const off: string[] = [];
  log(`asking where ${transfers.length} deposits lie now`);
  for (const { transferId, assetId } of transfers) {
    const query = new URLSearchParams({ transferId });
    const expected = books.get(assetId)?.whereIs(transferId) ?? new Map<string, bigint>();
    const found = await api
      .get<Where>(`/where?${query}`)
      .then(({ places }) => sums(places.map(({ node, amount }) => [node, BigInt(amount)])));
    // What left for a fee or an outside party lies nowhere any more; the queues do not keep it.
    for (const node of found.keys()) if (/^(outside|fees):/.test(node)) found.delete(node);
    off.push(...differences(`${transferId} lies`, expected, found));
  }
  log(`tracing the balance of ${hubs.length} hubs back`);
  for (const { node, assetId } of hubs) {
    const query = new URLSearchParams({ asset: assetId, layer: 'custody', direction: 'back', node });
    const expected = books.get(assetId)?.makeupOf(node) ?? new Map<string, bigint>();
    if (expected.size === 0) continue;
    const { lots, edges } = await api.get<Trace>(`/trace?${query}&${ALL_LOTS}`);
    const flowOf = new Map(edges.map(({ edgeId, flow }) => [edgeId, flow]));
    const found = sums(lots.map((lot) => [flowOf.get(lot.edges[0] ?? '') ?? 'nowhere', BigInt(lot.amount)]));
    off.push(...differences(`${node} of ${assetId} is made of`, expected, found));
  }
  return off;
}

/** One set of queues for each book, replayed without what was taken back. */
function queuesOf(entries: readonly EntryPosted[]): Map<string, CoinQueues> {
  const takenBack = new Set(entries.flatMap(({ reverses }) => reverses ?? []));
  const books = new Map<string, CoinQueues>();
  for (const { book, entryId, flow, edges } of [...entries].sort((one, other) => one.bookSeq - other.bookSeq)) {
    const coins = books.get(book) ?? new CoinQueues();
    books.set(book, coins);
    if (takenBack.has(entryId)) continue;
    for (const { layer, from, to, amount } of edges) if (layer === 'custody') coins.move({ from, to, amount, flow });
  }
  return books;
}

function sums(parts: readonly (readonly [string, bigint])[]): Map<string, bigint> {
  const total = new Map<string, bigint>();
  for (const [name, amount] of parts) total.set(name, (total.get(name) ?? 0n) + amount);
  return total;
}

function differences(
  what: string,
  expected: ReadonlyMap<string, bigint>,
  found: ReadonlyMap<string, bigint>,
): string[] {
  return [...new Set([...expected.keys(), ...found.keys()])]
    .filter((name) => (expected.get(name) ?? 0n) !== (found.get(name) ?? 0n))
    .map((name) => `${what} ${name}: queues ${expected.get(name) ?? 0n}, graph ${found.get(name) ?? 0n}`);
}
