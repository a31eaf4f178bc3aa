import { resolve } from 'node:path';
import { z } from 'zod';
import { configOf } from '@tributary/platform-config';

/** Owners are reached over plain HTTP at their root. */
const ServiceUrl = z
  .url({ protocol: /^http$/, error: 'must be a URL such as http://127.0.0.1:8081; no https' })
  .refine((url) => new URL(url).href === `${new URL(url).origin}/`, 'must end after its port: no path is kept');

export class ConsoleConfig extends configOf({
  CUSTODY_REGISTRY_URL: ServiceUrl,
  DEPOSIT_WATCHER_URL: ServiceUrl,
  LEDGER_WRITER_URL: ServiceUrl,
  FLOW_GRAPH_URL: ServiceUrl,
  /** Folder of the built page. */
  PAGE_DIR: z.string().default(resolve(__dirname, '../web/dist')),
  /** Names beside loopback's under which browsers reach this origin, with commas between. */
  ALLOWED_HOSTS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((host) => host.trim().toLowerCase())
        .filter(Boolean),
    ),
}) {}
