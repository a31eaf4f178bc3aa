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
  SWEEP_PLANNER_URL: ServiceUrl,
  LEDGER_WRITER_URL: ServiceUrl,
  FLOW_GRAPH_URL: ServiceUrl,
  /** This console as a client of the OpenID provider OIDC_ISSUER, by authorization code with PKCE. */
  OIDC_CLIENT_ID: z.string().default('console'),
  OIDC_CLIENT_SECRET: z.string(),
  OIDC_SCOPE: z.string().default('openid profile'),
  /** Sent as `resource` where the provider must be told what its access tokens are for. */
  OIDC_RESOURCE: z.string().optional(),
  /** Origin under which browsers reach this console. Default: whatever loopback name or ALLOWED_HOSTS they used, by http. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional(),
  /** After this long a person signs in again. */
  SESSION_HOURS: z.coerce.number().positive().default(12),
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
