import { Injectable } from '@nestjs/common';
import { PlannerConfig } from './config';
import type { PublishOutgoing } from './flow-events';
import * as metrics from './metrics';
import { readWith } from './read-with';
import { countOpenFlows } from './store/flow-queries';
import { readTroubles } from './store/troubles';

const MOST_TO_TELL = 5;

/** Nothing is broken here, but somebody must look: thrown so that Health shows it beside this poll. */
class NeedsAttention extends Error {
  readonly code = 'needs-attention';
}

/** Counts for the metrics, and tells Health what waits for a person: unexplained outflows, flows that are stuck. */
@Injectable()
export class ReportTrouble {
  constructor(private readonly config: PlannerConfig) {}

  async poll(publish: PublishOutgoing): Promise<'more' | 'idle'> {
    const [open, troubles] = await readWith(publish, async (tx) => [
      await countOpenFlows(tx),
      await readTroubles(tx, this.config.CHAIN_ID),
    ]);
    metrics.flows.reset();
    for (const { kind, state, flows } of open) metrics.flows.set({ kind, state }, flows);
    metrics.waitingFlows.set(open.reduce((sum, { waiting }) => sum + waiting, 0));
    metrics.oldestFlowSeconds.set(Math.max(0, ...open.map(({ oldestSeconds }) => oldestSeconds)));
    metrics.leases.set(troubles.leases);
    metrics.standingOutflows.set(troubles.outflows);
    metrics.troubledMandates.set(troubles.mandates);
    const { messages } = troubles;
    if (messages.length === 0) return 'idle';
    const more = messages.length > MOST_TO_TELL ? ` · and ${messages.length - MOST_TO_TELL} more` : '';
    throw new NeedsAttention(messages.slice(0, MOST_TO_TELL).join(' · ') + more);
  }
}
