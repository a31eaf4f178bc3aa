import { Injectable } from '@nestjs/common';
import { unsignedTransfer, type FeeQuote } from '@tributary/chain-ethereum';
import { firstFee, replacementFee, type FeePerGas, type FeeRefusal } from '@tributary/domain-sweep';
import type { EntityManager } from '@tributary/platform-service';
import type { OutgoingEvent } from './flow-events';
import { FlowLife } from './flow-life';
import { assetOf } from './store/assets';
import type { AttemptRow } from './store/attempt-row';
import { addAttempt } from './store/attempts';
import { haltOf } from './store/flow-queries';
import type { FlowRow } from './store/flow-row';
import { Flows } from './store/flows';
import { gasOf } from './store/gas';
import { lockMandate } from './store/mandates';
import { takeNonce } from './store/nonce-lanes';

/** Fixes a transaction and stores it before the signer is asked: what is signed can never differ from what was meant. */
@Injectable()
export class BeginAttempt {
  constructor(
    private readonly flows: Flows,
    private readonly life: FlowLife,
  ) {}

  /**
   * The first attempt of an approved flow, if it still is one that may be signed.
   *
   * @param firstNonce  where the sender's lane begins if it is not there yet
   */
  async first(
    tx: EntityManager,
    { flowId, mandateId }: FlowRow,
    quote: FeeQuote,
    firstNonce: number,
  ): Promise<OutgoingEvent[]> {
    const mandate = await lockMandate(tx, mandateId, 'use');
    const flow = await this.flows.lock(tx, flowId);
    if (flow?.state !== 'APPROVED' || (await haltOf(tx, flow.chain)) !== null) return [];
    if (!mandate?.enabled || mandate.version !== flow.mandateVersion) {
      return this.life.deny(tx, flow, 'policy-denied', `Mandate ${mandateId} is not in force as it was planned under`);
    }
    if (flow.deadline.getTime() < Date.now()) return [];
    const gas = await gasOf(tx, flow);
    if (gas < flow.maxFee) {
      const reason = `Its address has ${gas} of ${flow.feeAssetId} free to pay a fee of at most ${flow.maxFee}`;
      if (flow.waitingFor === null) await this.flows.wait(tx, flow, reason);
      return [];
    }
    const fee = firstFee(quote, flow.gasLimit!, flow.maxFee);
    if ('code' in fee) {
      await this.flows.wait(tx, flow, fee.message);
      return [];
    }
    const nonce = await takeNonce(tx, flow.chain, flow.fromAddress, firstNonce);
    await this.flows.enter(tx, flow, 'SIGNING');
    await this.add(tx, flow, 1, nonce, fee);
    return [];
  }

  /** The next attempt at the same nonce, of the same value, for more. */
  async replacement(
    tx: EntityManager,
    flow: FlowRow,
    before: AttemptRow,
    maxFeePerGas: bigint,
  ): Promise<AttemptRow | FeeRefusal> {
    const bounds = { gasLimit: before.gasLimit, maxFee: flow.maxFee };
    const fee = replacementFee(before, maxFeePerGas, bounds);
    return 'code' in fee ? fee : this.add(tx, flow, before.attempt + 1, before.nonce, fee);
  }

  private async add(
    tx: EntityManager,
    flow: FlowRow,
    attempt: number,
    nonce: number,
    fee: FeePerGas,
  ): Promise<AttemptRow> {
    const { flowId, chain, fromAddress: address, toAddress: to, amount, assetId } = flow;
    const gasLimit = flow.gasLimit!;
    const contract = (await assetOf(tx, assetId))?.contract ?? null;
    const chainId = Number(chain.split(':')[1]);
    const row: AttemptRow = {
      ...{ flowId, attempt, chain, address, nonce, state: 'SIGNING', gasLimit, ...fee },
      unsigned: unsignedTransfer({ chainId, nonce, to, amount, contract, gasLimit, ...fee }),
      ...{ txid: null, signedAt: null, broadcastAt: null, sentAt: null, block: null, fee: null },
      ...{ isFinal: false, transfer: null, error: null },
    };
    await addAttempt(tx, row);
    return row;
  }
}
