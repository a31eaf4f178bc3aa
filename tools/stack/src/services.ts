import { resolve } from 'node:path';
import { CONSOLE_CLIENT } from './issuer/clients';
import type { ServicePart } from './part';
import type { Stack } from './stack';

const REPOSITORY = resolve(__dirname, '../../..');

export const SERVICES = [
  'custody-registry',
  'deposit-watcher',
  'sweep-planner',
  'ledger-writer',
  'flow-graph',
  'console',
] as const;
export type ServiceName = (typeof SERVICES)[number];

/** The base URL of each service. */
export type ServiceUrls = Readonly<Record<ServiceName, string>>;

export interface ServicesOptions {
  /** Programs to run in place of a service's own `main.ts`, by absolute path. */
  readonly programs?: Partial<Record<ServiceName, string>>;
  /** Variables that every service is given beside those that it needs. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts every service beside the stack's parts, from its source, and waits until all are ready. */
export async function startServices(stack: Stack, options: ServicesOptions = {}): Promise<ServiceUrls> {
  const ports = new Map<ServiceName, number>();
  for (const name of SERVICES) ports.set(name, await stack.port(name));
  const urls = Object.fromEntries([...ports].map(([name, port]) => [name, url(port)])) as ServiceUrls;
  await Promise.all(
    [...ports].map(([name, port]) => {
      const part = service(name, port, stack, options);
      return stack.add(name === 'console' ? { ...part, env: { ...part.env, ...urlsOfOthers(urls) } } : part);
    }),
  );
  return urls;
}

/** Starts one more process of a service, which shares its work: `<name>-2`. @returns its base URL */
export async function startSecond(stack: Stack, name: ServiceName, options: ServicesOptions = {}): Promise<string> {
  return startAlone(stack, name, `${name}-2`, options);
}

/** Starts one process of a service under a name of its own, whatever else runs. @returns its base URL */
export async function startAlone(
  stack: Stack,
  name: ServiceName,
  as: string,
  options: ServicesOptions = {},
): Promise<string> {
  const port = await stack.port(as);
  await stack.add({ ...service(name, port, stack, options), name: as });
  return url(port);
}

function service(name: ServiceName, port: number, stack: Stack, { programs, env }: ServicesOptions): ServicePart {
  const { ETHEREUM_RPC_URL, SIGNER_URL, ...everyones } = stack.env;
  const own: Partial<Record<ServiceName, object>> = {
    'deposit-watcher': { ETHEREUM_RPC_URL },
    // A development stack is filled and swept within minutes: no address of it is old.
    'sweep-planner': { ETHEREUM_RPC_URL, SIGNER_URL, DESTINATION_COOL_DOWN_SECONDS: '0' },
  };
  if (!process.env['OIDC_CLIENT_SECRET']) own.console = CONSOLE_CLIENT;
  const program = programs?.[name] ?? `services/${name}/src/main.ts`;
  return {
    name,
    port,
    command: process.execPath,
    args: ['--conditions=@tributary/source', '--require', '@swc-node/register', program],
    cwd: REPOSITORY,
    env: { PORT: String(port), ...everyones, ...own[name], ...env },
    readyUrl: `${url(port)}/health/ready`,
  };
}

/** CUSTODY_REGISTRY_URL and the like. */
function urlsOfOthers(urls: ServiceUrls): Record<string, string> {
  const others = SERVICES.filter((name) => name !== 'console');
  return Object.fromEntries(others.map((name) => [`${name.toUpperCase().replaceAll('-', '_')}_URL`, urls[name]]));
}

function url(port: number): string {
  return `http://127.0.0.1:${port}`;
}
