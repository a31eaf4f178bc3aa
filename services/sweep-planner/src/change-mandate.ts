import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tributary/platform-service';
import type { MandateChanged, ReceivedOfType } from '@tributary/events';
import type { FlowKind } from '@tributary/domain-sweep';
import type { OutgoingEvent } from './flow-events';
import { FlowLife } from './flow-life';
import { unsignedFlowsOf } from './store/flow-queries';
import { Flows } from './store/flows';
import { lockMandate } from './store/mandates';
import { MandateRow } from './store/rows';

/** Puts a mandate's new version in force. What was planned under the one before and is not signed yet ends: nobody approved it as it now stands. */
@Injectable()
export class ChangeMandate {
  constructor(
    private readonly flows: Flows,
    private readonly life: FlowLife,
  ) {}

  async handle({ payload }: ReceivedOfType<typeof MandateChanged>, tx: EntityManager): Promise<OutgoingEvent[]> {
    const { mandateId, version, maker, chain, assetId, enabled, fromRole, toWalletId } = payload;
    const { threshold, automaticUpTo, limit, maxFee, validForSeconds } = payload;
    await lockMandate(tx, mandateId, 'change');
    await tx.save(MandateRow, {
      ...{
        mandateId,
        version,
        editor: maker,
        chain,
        assetId,
        kind: payload.kind as FlowKind,
        enabled,
        fromRole,
        toWalletId,
      },
      ...{ threshold, automaticUpTo, limit, maxFee, validForSeconds, trouble: null },
    });
    const events: OutgoingEvent[] = [];
    for (const flowId of await unsignedFlowsOf(tx, mandateId, version)) {
      const flow = (await this.flows.lock(tx, flowId))!;
      const reason = `Mandate ${mandateId} was changed to version ${version} before this was signed: what still needs moving is planned under that`;
      events.push(...(await this.life.deny(tx, flow, 'policy-denied', reason)));
    }
    return events;
  }
}
