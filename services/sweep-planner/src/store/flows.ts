import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { canGo, freesLease, leasesOf, SweepError, type FlowState } from '@tributary/domain-sweep';
import { FlowRow, type EndCode } from './flow-row';
import { Leases } from './leases';

/** What is known of a step of a flow. */
export interface Step {
  /** The person who made it; left out where the clock, a mandate or the chain did. */
  readonly by?: string;
  readonly reason?: string;
  readonly endCode?: EndCode;
  readonly endedByTxid?: string;
}

/** The flows: locked one by one, and moved only along the transitions that exist. */
@Injectable()
export class Flows {
  constructor(private readonly leases: Leases) {}

  /** Locks a flow until the transaction ends. */
  async lock(tx: EntityManager, flowId: string): Promise<FlowRow | null> {
    return tx.findOne(FlowRow, { where: { flowId }, lock: { mode: 'pessimistic_write' } });
  }

  /** Takes what the flow needs to itself. @returns false where another flow has it */
  async lease(tx: EntityManager, flow: FlowRow): Promise<boolean> {
    return this.leases.take(tx, flow.flowId, claimOf(flow));
  }

  /** Adds a flow, with its first line of history. */
  async add(tx: EntityManager, flow: FlowRow, by: string): Promise<void> {
    await tx.insert(FlowRow, flow);
    await this.note(tx, flow, { by });
  }

  /**
   * Moves a locked flow on, and gives its lease back where nothing can move its source any more. A flow that the chain
   * takes back after its end leases its source again: its bytes may move it any time.
   *
   * @throws {SweepError} no such transition
   */
  async enter(tx: EntityManager, flow: FlowRow, state: FlowState, step: Step = {}): Promise<void> {
    if (!canGo(flow.state, state)) {
      throw new SweepError('transition', `Flow ${flow.flowId} is ${flow.state} and cannot become ${state}`);
    }
    const wasFree = freesLease(flow.state);
    flow.state = state;
    flow.updatedAt = new Date();
    flow.waitingFor = null;
    flow.reason = step.reason ?? null;
    flow.endCode = step.endCode ?? null;
    flow.endedByTxid = step.endedByTxid ?? null;
    await tx.save(FlowRow, flow);
    await this.note(tx, flow, step);
    if (freesLease(state)) await this.leases.free(tx, flow.flowId);
    else if (wasFree) await this.leases.takeBack(tx, flow.flowId, claimOf(flow));
  }

  async save(tx: EntityManager, flow: FlowRow): Promise<void> {
    await tx.save(FlowRow, flow);
  }

  /** Says why a flow does not go on just now. */
  async wait(tx: EntityManager, flow: FlowRow, waitingFor: string): Promise<void> {
    if (flow.waitingFor === waitingFor) return;
    flow.waitingFor = waitingFor;
    await tx.update(FlowRow, { flowId: flow.flowId }, { waitingFor });
  }

  private async note(tx: EntityManager, { flowId, state, updatedAt }: FlowRow, { by, reason }: Step): Promise<void> {
    await tx.query('INSERT INTO flow_history (flow_id, state, at, by, reason) VALUES ($1, $2, $3, $4, $5)', [
      flowId,
      state,
      updatedAt,
      by ?? null,
      reason ?? null,
    ]);
  }
}

function claimOf(flow: FlowRow): string[] {
  return leasesOf({ ...flow, nativeAssetId: flow.feeAssetId });
}
