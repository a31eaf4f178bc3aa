import { z } from 'zod';
import { configOf } from '@tributary/platform-config';

/** What every service reads from its environment. */
export class PlatformConfig extends configOf({
  /** Port of the service's REST interface; 0 takes a free one. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  HOST: z.string().default('127.0.0.1'),
  /** `host:port`, several with commas between. */
  KAFKA_BROKERS: z.string().transform((list) => list.split(',').map((broker) => broker.trim())),
  /** Replicas of topics that the service makes. */
  KAFKA_REPLICATION_FACTOR: z.coerce.number().int().min(1).default(1),
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'must be a URL such as postgres://user@127.0.0.1:5432/db',
  }),
  /** The OpenID provider whose access tokens are taken: its issuer URL, letter for letter as its tokens name it. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be the issuer URL of an OpenID provider' }),
  /** What an access token must be meant for: one of its `aud`. */
  OIDC_AUDIENCE: z.string().default('tributary'),
  /** Claim of the access token that lists roles; with dots where it is nested, e.g. `realm_access.roles`. */
  OIDC_ROLES_CLAIM: z.string().default('roles'),
  /** Keeps systems that share a broker and a database apart: prefixes topics, groups, schemas and locks. */
  NAMESPACE: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,30}$/, 'must be lower-case letters, digits and underscores, at most 31')
    .optional(),
}) {}
