import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EntryPosted, type EventType, type TransferSeen } from '@tributary/events';
import { startService } from '@tributary/platform-service';
import { CONSOLE_CLIENT } from '@tributary/stack';
import { bearer, sendRecords, serviceEnv, ServiceProcess, testNamespace } from '@tributary/testing';
import { ConsoleModule } from './service';

export const CHAIN = 'eip155:31337';
export const ETHER = `${CHAIN}/slip44:60`;
const lastSeq = new Map<string, number>();

/** A record as a producing service would send it: the next one of its stream. */
export function recordOf<N extends string, P>(type: EventType<N, P>, payload: P) {
  const key = type.keyOf(payload);
  const streamSeq = (lastSeq.get(type.topic + key) ?? 0) + 1;
  lastSeq.set(type.topic + key, streamSeq);
  return {
    topic: type.topic,
    key,
    value: type.encode(payload),
    headers: {
      ce_id: type.idOf(payload),
      ce_type: type.fullName,
      ce_source: 'test',
      ce_time: type.timeOf(payload).toISOString(),
      ce_subject: type.subjectOf(payload),
      ce_sequence: String(streamSeq),
    },
  };
}

/** A transfer from outside, the n-th; in block n. */
export function transfer(n: number, { side = 'c', clientId = 'CL-1', occurrence = 0, hash = `0xb${n}` } = {}) {
  const txid = `0x${n.toString(16).padStart(64, '0')}`;
  const owner = { walletId: 'w', role: side === 'c' ? 'deposit' : 'hot', side, clientId: clientId || null };
  return {
    chain: CHAIN,
    occurredAt: new Date(1_700_000_000_000 + n * 1000 + occurrence),
    transferId: `${CHAIN}/${txid}/native`,
    txid,
    index: 'native',
    assetId: ETHER,
    from: { address: `0x${'f'.repeat(40)}`, owner: null },
    to: { address: `0x${n.toString(16).padStart(40, '0')}`, owner },
    amount: 10n ** 30n + BigInt(n),
    block: { height: n, hash, time: new Date(1_700_000_000_000 + n * 1000) },
    confirmations: 1,
    occurrence,
    late: false,
  } as TransferSeen;
}

export function entry(flow: string, bookSeq: number, kind: string) {
  const at = new Date(1_700_000_900_000 + bookSeq);
  const ids = { book: ETHER, bookSeq, entryId: `e${bookSeq}`, kind, flow, chain: CHAIN, sourceEventId: 's' };
  return recordOf(EntryPosted, {
    ...ids,
    txid: null,
    effectiveAt: at,
    bookedAt: at,
    reverses: null,
    movements: [],
    edges: [],
  });
}

/** What the tests look at of a deposit. */
export interface DepositBody {
  readonly transferId: string;
  readonly kind: string;
  readonly state: string;
  readonly entryIds: string[];
  readonly events: { readonly type: string }[];
}

export interface PageBody {
  readonly items: DepositBody[];
  readonly nextCursor: string | null;
}

export interface HealthBody {
  readonly services: { readonly name: string; readonly ready: boolean }[];
  readonly deadLetters: object[];
}

/** A console at work before a real registry, which stands for the other services too. */
export async function startConsole() {
  const namespace = testNamespace();
  const pageDir = mkdtempSync(join(tmpdir(), 'page-'));
  mkdirSync(join(pageDir, 'assets'));
  writeFileSync(join(pageDir, 'index.html'), `<!doctype html><title>Tributary</title>${'<p>page</p>'.repeat(500)}`);
  writeFileSync(join(pageDir, 'assets', 'index-a1b2c3.js'), 'export {};');
  const registry = await ServiceProcess.start('services/custody-registry/src/main.ts', serviceEnv(namespace));
  const url = String(registry.url);
  const urls = {
    CUSTODY_REGISTRY_URL: url,
    DEPOSIT_WATCHER_URL: url,
    SWEEP_PLANNER_URL: url,
    LEDGER_WRITER_URL: url,
    FLOW_GRAPH_URL: url,
  };
  const service = await startService(ConsoleModule, {
    env: serviceEnv(namespace, { ...urls, ...CONSOLE_CLIENT, PAGE_DIR: pageDir }),
  });
  const read = async <B = object>(path: string) => {
    const answer = await fetch(`${service.url}/api/v1${path}`, { headers: await bearer('operator') });
    return { status: answer.status, body: (await answer.json()) as B };
  };
  return {
    origin: service.url,
    registry,
    read,
    deposit: async (transferId: string) =>
      (await read<DepositBody>(`/deposits/${encodeURIComponent(transferId)}`)).body,
    post: async (path: string, body: object, headers: Record<string, string> = {}) =>
      fetch(`${service.url}/api/v1${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...(await bearer('operator')), ...headers },
      }),
    /** Publishes records to the topics that this console reads. */
    publish: (records: readonly ReturnType<typeof recordOf>[]) =>
      sendRecords(records.map((record) => ({ ...record, topic: `${namespace}.${record.topic}` }))),
    async stop() {
      await service.stop();
      await registry.end();
      rmSync(pageDir, { recursive: true });
    },
  };
}

export type TestConsole = Awaited<ReturnType<typeof startConsole>>;
