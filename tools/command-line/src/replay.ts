import { parseArgs } from 'node:util';
import { issuerUrl, readStackState, tokenFor } from '@tributary/stack';
import { DEFAULT_STATE_DIR } from './options';
import { table } from './table';

const HELP = `Usage: npm run replay -- [<service> <subject>] [options]

Gives the events of a parked subject to their service once more, in order, and unparks it. Without a subject: lists
what is parked, and why.

  --accept-gap     go on although events of the stream are missing for good
  --discard-first  leave out the first event, which can never be read, for good; the dead-letter topic keeps it
  --state-dir DIR  where the system keeps its state; default ${DEFAULT_STATE_DIR}
  --help           this text

It acts as an operator of the development issuer; with an issuer of your own, under the access token TRIBUTARY_TOKEN.`;

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
  const authorization = `Bearer ${await operatorToken(values['state-dir'])}`;
  const [name, subject] = positionals;
  if (name === undefined) return list(services, authorization);
  const origin = services.get(name);
  if (origin === undefined || subject === undefined || positionals.length > 2) {
    throw new Error(`name one of ${[...services.keys()].join(', ')} and a subject\n\n${HELP}`);
  }
  const answer = await fetch(`${origin}/${name}/dead-letters/replay`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
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

async function operatorToken(stateDir: string): Promise<string> {
  const given = process.env['TRIBUTARY_TOKEN'];
  if (given) return given;
  const port = readStackState(stateDir).parts['issuer']?.port;
  if (port !== undefined) return tokenFor(issuerUrl(port), 'operator');
  throw new Error('set TRIBUTARY_TOKEN to an access token of an operator: no development issuer runs here');
}

async function list(services: ReadonlyMap<string, string>, authorization: string): Promise<void> {
  const rows: string[][] = [];
  for (const [name, origin] of services) {
    const answer = await fetch(`${origin}/${name}/dead-letters`, { headers: { authorization } });
    const { parked, detail } = (await answer.json()) as { parked: readonly Parked[]; detail?: string };
    if (!answer.ok) throw new Error(detail ?? `${name} answered ${answer.status}`);
    rows.push(...parked.map((each) => [name, each.subject, String(each.events), each.code, each.error]));
  }
  console.log(rows.length === 0 ? 'nothing is parked' : table(['service', 'subject', 'events', 'code', 'error'], rows));
}
