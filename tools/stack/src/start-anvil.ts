import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { anvilCommand, anvilUrl, beginMining, type AnvilOptions } from './anvil-command';
import { ethereumRpc } from './ethereum-rpc';
import { freePort } from './free-port';

/** An anvil alone, for a test: unsupervised, without state on disk. */
export interface Anvil {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
}

/** Starts an anvil on a free port; it ends with this process at the latest. */
export async function startAnvil(options: AnvilOptions = {}): Promise<Anvil> {
  const port = await freePort();
  const url = anvilUrl(port);
  const { command, args } = anvilCommand(options, { port, genesisTimeSec: Math.floor(Date.now() / 1000) });
  const child = spawn(command, args, { stdio: 'ignore' });
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);

  const endWith = async (signal: NodeJS.Signals) => {
    process.off('exit', killWithUs);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`anvil ended at its start: ${command} ${args.join(' ')}`);
    await sleep(20);
  }
  await beginMining(url, options);
  return { url, pid: child.pid!, stop: () => endWith('SIGTERM'), kill: () => endWith('SIGKILL') };
}

async function answers(url: string): Promise<boolean> {
  return ethereumRpc(url, 'eth_chainId').then(
    () => true,
    () => false,
  );
}
