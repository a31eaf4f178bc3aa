import type { ServicePart, Stack } from '@tributary/stack';
import { REPOSITORY } from './options';

export const SERVICES = ['custody-registry', 'deposit-watcher', 'ledger-writer', 'flow-graph', 'console'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** The base URL of each service. */
export type ServiceUrls = Readonly<Record<ServiceName, string>>;

/** Starts every service beside the stack's parts, from its source, and waits until all are ready. */
export async function startServices(stack: Stack): Promise<ServiceUrls> {
  const ports = new Map<ServiceName, number>();
  for (const name of SERVICES) ports.set(name, await stack.port(name));
  const urls = Object.fromEntries([...ports].map(([name, port]) => [name, `http://127.0.0.1:${port}`])) as ServiceUrls;
  await Promise.all([...ports].map(([name, port]) => stack.add(service(name, port, stack, urls))));
  return urls;
}

function service(name: ServiceName, port: number, stack: Stack, urls: ServiceUrls): ServicePart {
  const { ETHEREUM_RPC_URL, ...everyones } = stack.env;
  return {
    name,
    port,
    command: process.execPath,
    args: [...['--conditions=@tributary/source', '--require', '@swc-node/register'], `services/${name}/src/main.ts`],
    cwd: REPOSITORY,
    env: {
      PORT: String(port),
      ...everyones,
      ...(name === 'deposit-watcher' && { ETHEREUM_RPC_URL }),
      ...(name === 'console' && urlsOfOthers(urls)),
    },
    readyUrl: `${urls[name]}/health/ready`,
  };
}

/** CUSTODY_REGISTRY_URL and the like. */
function urlsOfOthers(urls: ServiceUrls): Record<string, string> {
  const others = SERVICES.filter((name) => name !== 'console');
  return Object.fromEntries(others.map((name) => [`${name.toUpperCase().replaceAll('-', '_')}_URL`, urls[name]]));
}
