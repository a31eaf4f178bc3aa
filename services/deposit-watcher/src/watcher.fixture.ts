import { TEST_TOKEN } from '@tributary/demo';
import {
  AddressAllocated,
  AssetListed,
  EVENTS,
  type AnyEvent,
  type EventOf,
  type TransferSeen,
} from '@tributary/events';
import { DataSource, startService, type RunningService } from '@tributary/platform-service';
import { startAnvil } from '@tributary/stack';
import { bearer, sendRecords, serviceEnv, testNamespace, TopicTap, until } from '@tributary/testing';
import { TestChain } from './fixtures/test-chain';
import { DepositWatcherModule } from './service';

export const OURS = `0x${'c1'.repeat(20)}`;
export const ALSO_OURS = `0x${'c2'.repeat(20)}`;
/** A block is final once so many are above it. */
export const FINAL_AFTER = 8;

const namespace = testNamespace();
let tap: TopicTap;
let nextChainId = 50_000;
let announced = 0;
const cleanUps: (() => Promise<unknown>)[] = [];

/** Listens to what the watchers of a spec publish, and ends after each test what it started. */
export function watcherTests(): void {
  beforeAll(async () => {
    tap = await TopicTap.open(`${namespace}.custody.transfers.v1`);
  });
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  });
  afterAll(async () => {
    await tap.close();
  });
}

/** Does something once the test is over, the last asked for first. */
export function afterwards(cleanUp: () => Promise<unknown>): void {
  cleanUps.push(cleanUp);
}

/** A chain of its own for a test. */
export async function newChain() {
  const chainId = nextChainId++;
  const anvil = await startAnvil({ blockTimeSec: 0, chainId, slotsInAnEpoch: FINAL_AFTER / 2 });
  cleanUps.push(() => anvil.stop());
  return { chain: `eip155:${chainId}`, anvil, node: new TestChain(anvil.url, TEST_TOKEN) };
}

export function watcherEnv(chain: string, url: string, startHeight = 0): Record<string, string> {
  return serviceEnv(namespace, { CHAIN_ID: chain, ETHEREUM_RPC_URL: url, START_HEIGHT: String(startHeight) });
}

export async function startWatcher(chain: string, url: string, startHeight = 0): Promise<RunningService> {
  const service = await startService(DepositWatcherModule, { env: watcherEnv(chain, url, startHeight) });
  cleanUps.push(() => service.stop());
  return service;
}

/** Says what the registry would say. */
async function announce(type: AnyEvent, payload: object, version: number): Promise<void> {
  const event = { ...payload, version, occurredAt: new Date(), maker: 'test', checker: 'another' };
  announced += 1;
  await sendRecords([
    {
      topic: `${namespace}.${type.topic}`,
      key: type.keyOf(event),
      value: type.encode(event),
      headers: {
        ce_id: type.idOf(event),
        ce_type: type.fullName,
        ce_source: '/test',
        ce_time: event.occurredAt.toISOString(),
        ce_subject: type.subjectOf(event),
        ce_sequence: String(version),
      },
    },
  ]);
}

/** What a registration may say otherwise than the first version does. */
interface Terms {
  readonly version?: number;
  readonly confirmed?: string;
  readonly contract?: string;
}

export async function listNative(
  chain: string,
  effectiveFromBlock: number | null = null,
  { version = 1, confirmed = 'blocks:2', contract }: Terms = {},
): Promise<string> {
  const assetId = `${chain}/slip44:60`;
  const finality = { confirmed, finalized: 'tag:finalized' };
  const asset = { chain, assetId, symbol: 'ETH', decimals: 18, kind: 'native', contract: contract ?? null, finality };
  await announce(AssetListed, { ...asset, effectiveFromBlock }, version);
  return assetId;
}

export async function listToken(
  chain: string,
  contract: string,
  effectiveFromBlock: number | null = null,
): Promise<string> {
  const assetId = `${chain}/erc20:${contract}`;
  const finality = { confirmed: 'blocks:2', finalized: 'tag:finalized' };
  const asset = { chain, assetId, symbol: 'DUSD', decimals: 6, kind: 'erc20', contract, finality, effectiveFromBlock };
  await announce(AssetListed, asset, 1);
  return assetId;
}

export async function allocate(
  chain: string,
  address: string,
  effectiveFromBlock: number | null = null,
  { version = 1, clientId = 'client-1' } = {},
): Promise<void> {
  const owner = { walletId: 'deposits', role: 'deposit', side: 'c', clientId, derivationPath: null };
  await announce(AddressAllocated, { chain, address, ...owner, effectiveFromBlock }, version);
}

/** Waits until the watcher knows all that was announced, version by version. */
export async function registrationsTaken(service: RunningService): Promise<void> {
  await until('the registrations are taken', async () => {
    const [row] = await service
      .get(DataSource)
      .query(
        'SELECT coalesce(sum(version), 0) AS n FROM ' +
          '(SELECT version FROM watched_asset UNION ALL SELECT version FROM watched_address)',
      );
    return Number(row.n) === announced;
  });
}

export type Fact = EventOf<
  string,
  TransferSeen & { fromState?: string; status?: string; fee?: bigint; nonce?: number; wasFinal?: boolean }
>;

const decoded = new WeakMap<object, Fact>();

/** A chain's records as they were sent. */
export function sentRecords(chain: string) {
  return tap.records.filter(({ key }) => key === chain);
}

/** A chain's records as an inbox lets them through: what a relay sent again after a kill has the same id. */
export function recordsOf(chain: string) {
  const ofChain = sentRecords(chain);
  return [...new Map(ofChain.toReversed().map((record) => [record.headers['ce_id'], record])).values()].toReversed();
}

/** Every fact of a chain so far, in order. */
export function facts(chain: string): Fact[] {
  return recordsOf(chain).map((record) => {
    const type = EVENTS[record.headers['ce_type'] as keyof typeof EVENTS] as AnyEvent;
    const fact = decoded.get(record) ?? { type: type.name, payload: type.decode(record.value!) };
    decoded.set(record, fact);
    return fact;
  });
}

/** The life of one transaction's facts: `TransferSeen 0 in #5`. */
export function life(chain: string, txid: string, kind = 'Transfer'): string[] {
  return facts(chain)
    .filter(({ type, payload }) => type.startsWith(kind) && payload.txid === txid)
    .map(({ type, payload }) => `${type.slice(kind.length)} ${payload.occurrence} in ${payload.block.height}`);
}

export async function chainView(service: RunningService, chain: string) {
  const answer = await fetch(`${service.url}/chains`, { headers: await bearer('auditor') });
  const { items } = (await answer.json()) as {
    items: {
      chain: string;
      height: number;
      node: { state: string; error: string | null };
      finalizedHeight: number | null;
      halted: { reason: string } | null;
      lastResume: { operator: string; reason: string; height: number } | null;
      backfills: unknown[];
    }[];
  };
  return items.find((item) => item.chain === chain)!;
}

export async function caughtUp(service: RunningService, chain: string, node: TestChain): Promise<void> {
  const height = await node.height();
  await until(`block ${height} is read`, async () => (await chainView(service, chain))?.height === height);
}
