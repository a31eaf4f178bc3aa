import { setTimeout as sleep } from 'node:timers/promises';
import { anvilCommand, anvilUrl, beginMining, type AnvilOptions } from './anvil-command';
import { ChainSnapshot } from './chain-snapshot';
import { ethereumRpc } from './ethereum-rpc';
import type { Part } from './part';

const SHORTEST_INTERVAL_MS = 2_000;
/** Well below the 16 s by which finality lags, so that a kill never takes a finalized block. */
const LONGEST_INTERVAL_MS = 8_000;

/** Beyond finality (8 blocks) and the reorgs of tests, so that both work on a chain that was just put back. */
const RECENT_STATES = 32;

interface AnvilPartOptions {
  readonly dir: string;
  readonly port: number;
  readonly anvil: AnvilOptions;
  log(line: string): void;
}

/** An Ethereum node of our own whose chain survives kill -9: its state is taken every 2 s and put back at a start. */
export function anvilPart({ dir, port, anvil, log }: AnvilPartOptions): Part {
  const url = anvilUrl(port);
  const snapshot = new ChainSnapshot(dir);
  let taking: Promise<void> = Promise.resolve();
  let stopped = new AbortController();

  /** Takes snapshots until stopped; a node that is down just then fails one, and the next one succeeds. */
  async function takeSnapshots(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const startedMs = Date.now();
      await snapshot.take(url).catch((error: Error) => {
        if (!signal.aborted) log(`ethereum: its state could not be saved just now: ${error.message}`);
      });
      const tookMs = Date.now() - startedMs;
      const pauseMs = Math.min(Math.max(10 * tookMs, SHORTEST_INTERVAL_MS), LONGEST_INTERVAL_MS);
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }

  async function endSnapshots(): Promise<void> {
    stopped.abort();
    await taking;
  }

  return {
    name: 'ethereum',
    port,
    stopSignal: 'SIGTERM',
    stopGraceMs: 5_000,
    async command() {
      await endSnapshots(); // of the process that died
      const chain = (await snapshot.unpack()) ?? { genesisTimeSec: Math.floor(Date.now() / 1000) };
      return anvilCommand({ recentStates: RECENT_STATES, ...anvil }, { port, ...chain });
    },
    async isReady() {
      await ethereumRpc(url, 'eth_blockNumber');
      await beginMining(url, anvil);
      stopped = new AbortController();
      taking = takeSnapshots(stopped.signal);
      return true;
    },
    async beforeStop() {
      await endSnapshots();
      await snapshot.take(url).catch((error: Error) => log(`ethereum: stops without a last save: ${error.message}`));
    },
  };
}
