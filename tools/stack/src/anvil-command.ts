import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Command } from './command';
import { ethereumRpc } from './ethereum-rpc';

export interface AnvilOptions {
  /** Seconds between blocks; 0: a block is mined only when `evm_mine` or `anvil_mine` asks. Default 2. */
  readonly blockTimeSec?: number;
  /** `safe` is this many blocks behind the latest, `finalized` twice as many. Default 4. */
  readonly slotsInAnEpoch?: number;
  /** Default 31337. */
  readonly chainId?: number;
  /** Default prague. */
  readonly hardfork?: string;
  /**
   * Of how many of the latest blocks balances and storage can be asked; their blocks and receipts stay for good.
   * Default: a lone anvil keeps them all; the stack's keeps 32, as it stores them every 2 s.
   */
  readonly recentStates?: number;
}

/** Where and from what one anvil starts. */
interface AnvilStart {
  readonly port: number;
  /** Unix time of block 0, in seconds: part of its hash. */
  readonly genesisTimeSec: number;
  /** A state to go on from, as JSON. */
  readonly stateFile?: string;
}

/** Starts anvil without mining: `beginMining` follows once it answers, so that its clock is right at the first block. */
export function anvilCommand(options: AnvilOptions, start: AnvilStart): Command {
  return {
    command: anvilProgram(),
    args: [
      ...['--host', '127.0.0.1', '--port', String(start.port), '--quiet', '--no-mining'],
      ...['--chain-id', String(options.chainId ?? 31337), '--hardfork', options.hardfork ?? 'prague'],
      ...['--slots-in-an-epoch', String(options.slotsInAnEpoch ?? 4), '--timestamp', String(start.genesisTimeSec)],
      ...(options.recentStates === undefined ? [] : ['--prune-history', String(options.recentStates)]),
      ...(start.stateFile === undefined ? [] : ['--load-state', start.stateFile]),
    ],
  };
}

/** Sets the clock to now, or to the latest block's time if that is ahead, so that block times never fall; then mines. */
export async function beginMining(url: string, options: AnvilOptions): Promise<void> {
  const latest = await ethereumRpc<{ timestamp: string }>(url, 'eth_getBlockByNumber', 'latest', false);
  await ethereumRpc(url, 'evm_setTime', Math.max(Math.floor(Date.now() / 1000), Number(latest.timestamp)));
  const blockTimeSec = options.blockTimeSec ?? 2;
  if (blockTimeSec > 0) await ethereumRpc(url, 'evm_setIntervalMining', blockTimeSec);
}

export function anvilUrl(port: number): string {
  return `http://127.0.0.1:${port}`;
}

/** The program of npm's platform package: its wrapper would add a Node process between us and it. */
function anvilProgram(): string {
  const platform = `@foundry-rs/anvil-${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`;
  try {
    return join(dirname(createRequire(__filename).resolve(`${platform}/package.json`)), 'bin/anvil');
  } catch {
    throw new Error(`${platform} is not installed: run npm ci, or set ETHEREUM_RPC_URL to a node of your own`);
  }
}
