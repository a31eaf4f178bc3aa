import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ANY_ROLE, type RouteContract, type RouteInput } from '@tributary/platform-service';
import { Peers, type Peer } from './gateway/peers';
import { readJson, type PeerAnswer } from './gateway/read-json';

const TIMEOUT_MS = 2000;
const KEPT_MS = 1000;

const Pipeline = z.looseObject({ service: z.string() }).meta({ id: 'Pipeline' });

const DeadLetter = z
  .object({
    service: z.string(),
    id: z.string(),
    topic: z.string(),
    subject: z.string().describe('What is parked; replay it by this.'),
    error: z.string(),
    at: z.string(),
    behind: z.int().describe('Later events of the subject that wait behind the failed one.'),
  })
  .meta({ id: 'DeadLetter' });

const Health = z
  .object({
    chains: z.array(z.looseObject({ chain: z.string() })).describe('As deposit-watcher tells them.'),
    services: z.array(
      z.object({ name: z.string(), ready: z.boolean(), error: z.string().nullable(), pipeline: Pipeline.nullable() }),
    ),
    deadLetters: z.array(DeadLetter),
  })
  .meta({ id: 'Health' });
type Health = z.output<typeof Health>;

/** Gathers how every service fares. One that is down is shown as such and keeps nobody from the rest. */
@Injectable()
export class ReadHealth {
  static readonly contract = {
    summary: 'How the chains and services fare',
    roles: ANY_ROLE,
    reply: Health,
  } satisfies RouteContract;

  private kept: { readonly health: Promise<Health>; readonly atMs: number } | undefined;

  constructor(private readonly peers: Peers) {}

  /** Askers within a second share one look at the services: every role may see all of it. */
  async handle({ caller }: RouteInput<typeof ReadHealth.contract>): Promise<Health> {
    if (!this.kept || Date.now() - this.kept.atMs > KEPT_MS) {
      this.kept = { health: this.gather(caller.token), atMs: Date.now() };
    }
    return this.kept.health;
  }

  private async gather(token: string | undefined): Promise<Health> {
    const peers = this.peers.all;
    const [services, deadLetters, chains] = await Promise.all([
      Promise.all(peers.map((peer) => readService(peer, token))),
      Promise.all(peers.map((peer) => readDeadLetters(peer, token))),
      this.readChains(token),
    ]);
    return { chains, services, deadLetters: deadLetters.flat() };
  }

  private async readChains(token: string | undefined): Promise<Health['chains']> {
    const watcher = this.peers.of('deposit-watcher');
    const chains = watcher && (await readJson(`${watcher.url}/chains`, TIMEOUT_MS, token));
    const items = chains && bodyOf<{ items?: unknown }>(chains)?.items;
    return Array.isArray(items) ? (items as Health['chains']) : [];
  }
}

async function readService({ name, url }: Peer, token: string | undefined): Promise<Health['services'][number]> {
  const [ready, pipeline, seed] = await Promise.all([
    readJson(`${url}/health/ready`, TIMEOUT_MS),
    readJson(`${url}/health/pipeline`, TIMEOUT_MS),
    name === 'custody-registry' ? readJson(`${url}/seed`, TIMEOUT_MS, token) : undefined,
  ]);
  return {
    name,
    ready: 'status' in ready && ready.status === 200,
    error: errorOf(ready) ?? failingPoll(pipeline) ?? (seed && seedFault(seed)) ?? null,
    pipeline: bodyOf<z.output<typeof Pipeline>>(pipeline) ?? null,
  };
}

function errorOf(ready: PeerAnswer): string | undefined {
  if ('error' in ready) return `does not answer: ${ready.error}`;
  if (ready.status === 200) return undefined;
  const failing = Object.entries(ready.body as object).filter(([name, value]) => name !== 'ready' && value === false);
  return `not ready: ${failing.map(([name]) => name).join(', ') || `status ${ready.status}`}`;
}

function failingPoll(pipeline: PeerAnswer): string | undefined {
  const polls = bodyOf<{ polls?: { name: string; error: string | null }[] }>(pipeline)?.polls ?? [];
  const failing = polls.find(({ error }) => error !== null);
  return failing && `${failing.name}: ${failing.error}`;
}

function seedFault(seed: PeerAnswer): string | undefined {
  const faults = bodyOf<{ faults?: string[] }>(seed)?.faults ?? [];
  return faults.length === 0
    ? undefined
    : `${faults.length} items of the seed file do not stand; the first: ${faults[0]}`;
}

async function readDeadLetters({ name, url }: Peer, token: string | undefined): Promise<Health['deadLetters']> {
  type Parked = { topic: string; subject: string; error: string; events: number; since: string };
  const letters = await readJson(`${url}/${name}/dead-letters`, TIMEOUT_MS, token);
  const parked = bodyOf<{ parked?: Parked[] }>(letters)?.parked;
  return (parked ?? []).map(({ topic, subject, error, events, since }) => ({
    service: name,
    id: `${name}/${topic}/${subject}`,
    topic,
    subject,
    error,
    at: since,
    behind: Math.max(0, events - 1),
  }));
}

function bodyOf<B>(answer: PeerAnswer): B | undefined {
  return 'status' in answer && answer.status === 200 ? (answer.body as B) : undefined;
}
