import { isRunning, readStackState, stackHolder, type PartState } from '@tributary/stack';
import { readOptions } from './options';
import { readPipeline } from './pipeline';
import { table } from './table';

const HELP = `Usage: npm run status -- [options]

Shows each part: whether it is up, its process and port, how often it was started again, and of a service how far it
is behind. Ends with status 1 if a part is down.
`;

export async function status(args: string[]): Promise<void> {
  const options = readOptions(args, HELP);
  if (options === undefined) return;
  const stateDir = options['state-dir'];
  const holder = stackHolder(stateDir);
  const parts = Object.entries(readStackState(stateDir).parts);
  console.log(
    holder === undefined
      ? `no stack runs in ${stateDir}: npm start starts one`
      : `the stack in ${stateDir} is run by process ${holder.pid}`,
  );
  if (holder === undefined || parts.some(([, part]) => !isUp(part))) process.exitCode = 1;
  if (parts.length === 0) return;
  const rows = await Promise.all(parts.map(([name, part]) => row(name, part)));
  console.log(table(['part', 'state', 'pid', 'port', 'restarts', 'lag', 'dead letters', 'outbox'], rows));
}

async function row(name: string, part: PartState): Promise<string[]> {
  const pipeline = part.readyUrl === undefined ? ['-', '-', '-'] : Object.values(await readPipeline(part.readyUrl));
  const state = isUp(part) ? 'up' : part.status === 'starting' ? 'starting' : 'down';
  return [name, state, String(part.process.pid), String(part.port ?? '-'), String(part.restarts), ...pipeline];
}

function isUp(part: PartState): boolean {
  return part.status === 'ready' && isRunning(part.process);
}
