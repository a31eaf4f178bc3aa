import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalTerms, fifoInputs, needsApproval, type FlowKind } from '@tributary/domain-sweep';
import { nativeAssetId } from '@tributary/domain-custody';
import type { EntityManager } from '@tributary/platform-service';
import { planned, type OutgoingEvent } from './flow-events';
import { saveInputs } from './store/flow-inputs';
import type { FlowRow } from './store/flow-row';
import { Flows } from './store/flows';
import type { AddressRow, MandateRow } from './store/rows';
import type { SourceRow } from './store/source-row';
import { creditsOf } from './store/sources';

/** A movement that its mandate permits. */
export interface Plan {
  readonly kind: FlowKind;
  /** In force, and locked. */
  readonly mandate: MandateRow;
  /** Locked. */
  readonly source: SourceRow;
  /** Units of the source's own side that no other flow has reserved. */
  readonly free: bigint;
  readonly to: Pick<AddressRow, 'address' | 'owner'>;
  readonly amount: bigint;
  /** Who planned it; left out where the mandate itself does. */
  readonly maker?: string;
}

/** Plans one flow: its terms and their digest, the lease of its source, and the event, all in one transaction. */
@Injectable()
export class PlanFlow {
  constructor(private readonly flows: Flows) {}

  /** @returns undefined where another flow has leased the source */
  async plan(tx: EntityManager, plan: Plan): Promise<{ flow: FlowRow; event: OutgoingEvent } | undefined> {
    const { mandate, source, free, to, amount, kind } = plan;
    const inputs = fifoInputs(await creditsOf(tx, source), free, amount);
    const plannedAt = new Date();
    const maker = plan.maker ?? `mandate:${mandate.mandateId}`;
    const terms = {
      ...{ flowId: randomUUID(), kind, chain: source.chain, assetId: source.assetId },
      ...{ fromAddress: source.address, toAddress: to.address },
      ...{ amount, maxFee: mandate.maxFee, mandateId: mandate.mandateId, mandateVersion: mandate.version },
      deadline: new Date(plannedAt.getTime() + mandate.validForSeconds * 1000),
    };
    const flow: FlowRow = {
      ...terms,
      ...{ state: 'PLANNED', version: 0, fromOwner: source.owner, toOwner: to.owner, maker },
      feeAssetId: nativeAssetId(source.chain),
      digest: createHash('sha256')
        .update(canonicalTerms({ ...terms, toWalletId: to.owner.walletId, inputs }))
        .digest('hex'),
      ...{ mandateEditor: mandate.editor, limit: mandate.limit, automaticUpTo: mandate.automaticUpTo },
      needsApproval: needsApproval(mandate, amount),
      ...{ plannedAt, updatedAt: plannedAt, gasLimit: null, estimatedFee: null, onItsWay: false },
      ...{ waitingFor: null, endCode: null, reason: null, endedByTxid: null },
    };
    if (!(await this.flows.lease(tx, flow))) return undefined;
    const event = planned(
      flow,
      inputs.map(({ transferId }) => transferId),
    );
    await this.flows.add(tx, flow, maker);
    await saveInputs(tx, flow.flowId, inputs);
    return { flow, event };
  }
}
