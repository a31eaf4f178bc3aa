import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { logger } from '@tributary/platform-telemetry';
import { mergeOpenApi, type OpenApi } from './openapi';
import { Peers, type Peer } from './peers';
import { readJson } from './read-json';
import { RouteTable } from './route-table';

const REFRESH_EVERY_MS = 10_000;
/** A request for an unknown path asks the peers again, but not more often than this. */
const REFRESH_AT_MOST_EVERY_MS = 1000;
const TIMEOUT_MS = 2000;

/** What the peers say of their own interfaces. That of one that is down stays as it last was. */
@Injectable()
export class Interfaces implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly documents = new Map<string, OpenApi>();
  private readonly table = new RouteTable();
  private refreshing: Promise<void> | undefined;
  private refreshedAtMs = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly peers: Peers) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.refresh(), REFRESH_EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** The peer that declares this route, or the names of those that have never been heard and so may own it. */
  async ownerOf(method: string, path: string): Promise<Peer | { readonly unheard: readonly string[] }> {
    for (;;) {
      const owner = this.table.ownerOf(method, path);
      const peer = owner && this.peers.of(owner);
      if (peer) return peer;
      if (Date.now() - this.refreshedAtMs < REFRESH_AT_MOST_EVERY_MS) return { unheard: this.unheard() };
      await this.refresh();
    }
  }

  /** One document for all of them. */
  async merged(): Promise<object> {
    if (this.unheard().length > 0) await this.refresh();
    return mergeOpenApi([...this.documents].sort().map(([service, document]) => ({ service, document })));
  }

  private unheard(): string[] {
    return this.peers.all.map(({ name }) => name).filter((name) => !this.documents.has(name));
  }

  private refresh(): Promise<void> {
    this.refreshing ??= this.readAll().finally(() => (this.refreshing = undefined));
    return this.refreshing;
  }

  private async readAll(): Promise<void> {
    await Promise.all(
      this.peers.all.map(async ({ name, url }) => {
        const answer = await readJson(`${url}/openapi.json`, TIMEOUT_MS);
        if ('error' in answer || answer.status !== 200) {
          logger.debug({ peer: name, answer }, 'Peer does not tell its interface');
          return;
        }
        this.documents.set(name, answer.body as OpenApi);
        this.table.declare(name, answer.body as OpenApi);
      }),
    );
    this.refreshedAtMs = Date.now();
  }
}
