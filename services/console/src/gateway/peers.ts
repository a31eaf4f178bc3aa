import type { AddressInfo } from 'node:net';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ConsoleConfig } from '../config';

/** A service whose interface is part of the public one. */
export interface Peer {
  readonly name: string;
  readonly url: string;
}

/** Name of this service among the peers. */
export const OWN_NAME = 'console';

/** The services behind the public origin, this one among them. */
@Injectable()
export class Peers {
  private readonly others: readonly Peer[];

  constructor(
    config: ConsoleConfig,
    private readonly adapterHost: HttpAdapterHost,
  ) {
    this.others = [
      { name: 'custody-registry', url: config.CUSTODY_REGISTRY_URL },
      { name: 'deposit-watcher', url: config.DEPOSIT_WATCHER_URL },
      { name: 'sweep-planner', url: config.SWEEP_PLANNER_URL },
      { name: 'ledger-writer', url: config.LEDGER_WRITER_URL },
      { name: 'flow-graph', url: config.FLOW_GRAPH_URL },
    ];
  }

  /** This service stands last, and only once it listens. */
  get all(): readonly Peer[] {
    const address = this.adapterHost.httpAdapter.getHttpServer().address() as AddressInfo | null;
    return address ? [...this.others, { name: OWN_NAME, url: `http://127.0.0.1:${address.port}` }] : this.others;
  }

  of(name: string): Peer | undefined {
    return this.all.find((peer) => peer.name === name);
  }
}
