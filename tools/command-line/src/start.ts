import { once } from 'node:events';
import { runDemo } from '@tributary/demo';
import { run, Stack, startServices } from '@tributary/stack';
import { readOptions, REPOSITORY } from './options';

const HELP = `Usage: npm start -- [options]

Runs PostgreSQL, Kafka, an Ethereum node, the services and the console on this machine until Ctrl-C, and the demo
custodian's traffic on top. KAFKA_BROKERS, DATABASE_URL, ETHEREUM_RPC_URL and OIDC_ISSUER each put yours in place of
ours; OIDC_ISSUER, your own OpenID provider, with OIDC_CLIENT_ID and OIDC_CLIENT_SECRET of the console there, and with
--no-demo, as the demo's programs are not known there.

  --no-demo        the system alone, without the demo's clients and traffic`;

export async function start(args: string[]): Promise<void> {
  const options = readOptions(args, HELP, ['no-demo']);
  if (options === undefined) return;
  if (process.env['OIDC_ISSUER'] && !options['no-demo']) {
    throw new Error('the demo has no tokens of OIDC_ISSUER: unset it, or add --no-demo');
  }
  const signal = stopSignal();
  const page = buildPage(signal);
  page.catch(() => undefined); // looked at once the stack stands
  try {
    const stack = await Stack.start({ stateDir: options['state-dir'], signal, log: console.log });
    signal.addEventListener('abort', () => void stack.stop());
    try {
      await page;
      await runSystem(stack, { demo: options['no-demo'] !== true, signal });
    } finally {
      await stack.stop();
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  console.log('stopped');
}

/** The services, the console and the demo, until `signal`. */
async function runSystem(stack: Stack, { demo, signal }: { demo: boolean; signal: AbortSignal }): Promise<void> {
  const urls = await startServices(stack);
  console.log(`console: ${urls.console}`);
  if (demo) {
    const { ETHEREUM_RPC_URL: nodeUrl, OIDC_ISSUER: issuer } = stack.env;
    const options = { consoleUrl: urls.console, nodeUrl: nodeUrl!, issuer: issuer!, signal, log: console.log };
    runDemo(options).catch((error: Error) => {
      if (!signal.aborted) console.log(`demo: it has ended, the system goes on: ${error.message}`);
    });
  }
  if (!signal.aborted) await once(signal, 'abort');
}

/** Aborted by Ctrl-C and the like. */
function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (!stopping.signal.aborted) console.log('stopping: the services first, then the node, Kafka and PostgreSQL');
      stopping.abort();
    });
  }
  return stopping.signal;
}

/** Builds the console's page, or takes the one built before. The build leaves no daemon behind. */
async function buildPage(signal: AbortSignal): Promise<void> {
  console.log('console: building its page');
  const args = ['nx', 'build', '@tributary/console-web'];
  await run({ command: 'npx', args, cwd: REPOSITORY, env: { NX_DAEMON: 'false' } }, { signal });
}
