import { Injectable } from '@nestjs/common';
import { EthereumNode, type BroadcastOutcome } from '@tributary/chain-ethereum';
import type { EntityManager } from '@tributary/platform-service';
import { PlannerConfig } from './config';
import type { OutgoingEvent, PublishOutgoing } from './flow-events';
import { FlowLife } from './flow-life';
import { broadcasts } from './metrics';
import { readWith } from './read-with';
import type { AttemptRow } from './store/attempt-row';
import { attemptsOf, attemptsToSend, saveAttempt, sentAttempt } from './store/attempts';
import { haltOf } from './store/flow-queries';
import { Flows } from './store/flows';
import { StoredBytes } from './store/stored-bytes';

const BATCH = 50;

type Hex = `0x${string}`;

/**
 * Hands signed bytes to the node, and the same bytes again as long as they are in no block: a node's word that it took
 * them is no promise to keep them, and after a crash nobody knows whether it got them.
 */
@Injectable()
export class BroadcastAttempts {
  constructor(
    private readonly config: PlannerConfig,
    private readonly node: EthereumNode,
    private readonly flows: Flows,
    private readonly life: FlowLife,
    private readonly bytes: StoredBytes,
  ) {}

  async poll(publish: PublishOutgoing): Promise<'more' | 'idle'> {
    const { CHAIN_ID: chain, REBROADCAST_AFTER_SECONDS } = this.config;
    const before = new Date(Date.now() - REBROADCAST_AFTER_SECONDS * 1000);
    const attempts = await readWith(publish, async (tx) =>
      (await haltOf(tx, chain)) === null ? attemptsToSend(tx, chain, before, BATCH) : [],
    );
    for (const attempt of attempts) {
      const raw = await readWith(publish, async (tx) =>
        (await haltOf(tx, chain)) === null ? this.bytes.of(tx, attempt) : null,
      );
      if (raw === null) continue;
      const outcome = await this.node.sendRaw(raw as Hex);
      broadcasts.inc({ outcome: outcome.kind });
      await publish((tx) => this.record(tx, attempt, outcome));
    }
    return attempts.length === BATCH ? 'more' : 'idle';
  }

  private async record(tx: EntityManager, sent: AttemptRow, outcome: BroadcastOutcome): Promise<OutgoingEvent[]> {
    const flow = (await this.flows.lock(tx, sent.flowId))!;
    const attempt = (await attemptsOf(tx, sent.flowId)).find((each) => each.attempt === sent.attempt)!;
    const refusal = 'message' in outcome ? `The node refuses it as ${outcome.kind}: ${outcome.message}` : null;
    await sentAttempt(tx, attempt, refusal);
    if (refusal !== null || attempt.state !== 'SIGNED') return [];
    await saveAttempt(tx, { ...attempt, state: 'BROADCAST', broadcastAt: new Date(), sentAt: new Date(), error: null });
    if (flow.state === 'SIGNED') return this.life.setOut(tx, flow, attempt);
    return flow.onItsWay ? this.life.setOutAgain(tx, flow, attempt) : [];
  }
}
