import { parseArgs } from 'node:util';
import { readStackState } from '@tributary/stack';
import { DEFAULT_STATE_DIR } from './options';
import { table } from './table';

const HELP = `Usage: npm run replay -- [<service> <subject>] [options]

Gives the events of a parked subject to their service once more, in order, and unparks it. Without a subject: lists
what is parked, and why.

  --accept-gap     go on although events of the stream are missing for good
  --discard-first  leave out the first event, which can never be read, for good; the dead-letter topic keeps it
  --state-dir DIR  where the system keeps its state; default ${DEFAULT_STATE_DIR}
  --help           this text`;

interface Parked {
  readonly subject: string;
  readonly code: string;
  readonly error: string;
  readonly events: number;
}

export async function replay(args: string[]): Promise<void> {
  const options = {
    'accept-gap': { type: 'boolean', default: false },
    'discard-first': { type: 'boolean', default: false },
    'state-dir': { type: 'string', default: DEFAULT_STATE_DIR },
    help: { type: 'boolean' },
  } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (values.help) return console.log(HELP);
  const services = servicesOf(values['state-dir']);
  const [name, subject] = positionals;
  if (name === undefined) return list(services);
  const origin = services.get(name);
  if (origin === undefined || subject === undefined || positionals.length > 2) {
    throw new Error(`name one of ${[...services.keys()].join(', ')} and a subject\n\n${HELP}`);
  }
  const answer = await fetch(`${origin}/${name}/dead-letters/replay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ subject, acceptGap: values['accept-gap'], discardFirst: values['discard-first'] }),
  });
  const { replayed, detail } = (await answer.json()) as { replayed: number; detail?: string };
  if (!answer.ok) throw new Error(detail ?? `${name} answered ${answer.status}`);
  console.log(`${replayed} events of ${subject} replayed; it goes on`);
}

/** Every service that runs, by name, with its origin. */
function servicesOf(stateDir: string): Map<string, string> {
  const parts = Object.entries(readStackState(stateDir).parts);
  const services = new Map(
    parts.flatMap(([name, { readyUrl }]) => (readyUrl === undefined ? [] : [[name, new URL(readyUrl).origin]])),
  );
  if (services.size === 0) throw new Error(`no service runs in ${stateDir}: npm start starts them`);
  return services;
}

async function list(services: ReadonlyMap<string, string>): Promise<void> {
  const rows: string[][] = [];
  for (const [name, origin] of services) {
    const answer = await fetch(`${origin}/${name}/dead-letters`);
    const { parked } = (await answer.json()) as { parked: readonly Parked[] };
    rows.push(...parked.map((each) => [name, each.subject, String(each.events), each.code, each.error]));
  }
  console.log(rows.length === 0 ? 'nothing is parked' : table(['service', 'subject', 'events', 'code', 'error'], rows));
}
