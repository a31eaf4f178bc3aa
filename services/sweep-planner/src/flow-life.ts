import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tributary/platform-service';
import { paySplit, UNSIGNED } from '@tributary/domain-sweep';
import { broadcast, denied, failed, reverted, settled, type OutgoingEvent } from './flow-events';
import type { AttemptRow } from './store/attempt-row';
import { attemptsOf, saveAttempt, supersedeAll, supersedeOthers } from './store/attempts';
import type { EndCode, FlowRow } from './store/flow-row';
import { flowsOfInput, inputsThatLeft } from './store/flow-inputs';
import { Flows } from './store/flows';
import type { StoredBlock } from './store/rows';
import { ownUnits } from './store/source-row';
import { applyChanges, lockSource, reservedOf, undoChanges, type SourceChange } from './store/sources';

/**
 * What the chain and people do to a flow, once its row is locked. Each step returns what is to be published of it.
 *
 * What an address holds changes in the very steps that the books learn of, so that both split a fee alike.
 */
@Injectable()
export class FlowLife {
  constructor(private readonly flows: Flows) {}

  /** Ends a flow that was never signed. */
  async deny(
    tx: EntityManager,
    flow: FlowRow,
    code: EndCode & ('policy-denied' | 'rejected' | 'expired' | 'cancelled'),
    reason: string,
    by?: string,
  ): Promise<OutgoingEvent[]> {
    const event = denied(flow, code, reason, by ?? null);
    const state = {
      'policy-denied': 'POLICY_DENIED',
      rejected: 'POLICY_DENIED',
      expired: 'EXPIRED',
      cancelled: 'CANCELLED',
    } as const;
    await this.flows.enter(tx, flow, state[code], { reason, endCode: code, ...(by && { by }) });
    return [event];
  }

  /** The node would not take it as things stand: it waits, or ends where what it was to move is no longer there. */
  async heedWouldFail(tx: EntityManager, flow: FlowRow, message: string): Promise<OutgoingEvent[]> {
    const { fromAddress, assetId } = flow;
    const source = await lockSource(tx, fromAddress, assetId);
    const left = source ? ownUnits(source) - (await reservedOf(tx, source)) : -flow.amount;
    if (left >= 0n) {
      await this.flows.wait(tx, flow, `The node says that it would fail: ${message}`);
      return [];
    }
    const reason =
      `${fromAddress} lacks ${-left} of ${assetId} for all that is to leave it: an earlier movement took it after this ` +
      `was planned, as a reorg past finality lets it; what is left is planned anew`;
    return this.deny(tx, flow, 'policy-denied', reason);
  }

  /** Its bytes are signed. What it was to move may have left the chain while the signer was asked. */
  async sign(tx: EntityManager, flow: FlowRow): Promise<void> {
    await this.flows.enter(tx, flow, 'SIGNED');
    const [lost] = flow.kind === 'top-up' ? [] : await inputsThatLeft(tx, flow.flowId);
    if (lost !== undefined) await this.flows.enter(tx, flow, 'REVERTED', { reason: leftTheChain(lost) });
  }

  /** Its signed bytes are out: the value counts as on its way. */
  async setOut(tx: EntityManager, flow: FlowRow, attempt: AttemptRow): Promise<OutgoingEvent[]> {
    if (flow.onItsWay) return [];
    flow.onItsWay = true;
    const event = broadcast(flow, attempt);
    if (flow.state === 'SIGNED') await this.flows.enter(tx, flow, 'BROADCAST');
    else await this.flows.save(tx, flow);
    return [event];
  }

  /** A replacement is out beside the attempts before it. */
  async setOutAgain(tx: EntityManager, flow: FlowRow, attempt: AttemptRow): Promise<OutgoingEvent[]> {
    const event = broadcast(flow, attempt);
    await this.flows.save(tx, flow);
    return [event];
  }

  /** An attempt is in a block. */
  async mine(tx: EntityManager, flow: FlowRow, attempt: AttemptRow): Promise<OutgoingEvent[]> {
    const events = flow.state === 'SIGNED' ? await this.setOut(tx, flow, attempt) : [];
    if (flow.state === 'BROADCAST' || flow.state === 'REVERTED') await this.flows.enter(tx, flow, 'MINED');
    return events;
  }

  /** The block of an attempt left the chain before it was final: its bytes are sent again. */
  async unmine(tx: EntityManager, flow: FlowRow): Promise<void> {
    if (flow.state !== 'MINED') return;
    await this.flows.enter(tx, flow, flow.onItsWay ? 'BROADCAST' : 'REVERTED', { reason: 'Its block left the chain' });
  }

  /** Settles the flow once both its transaction and its transfer are final. */
  async settleIfProven(tx: EntityManager, flow: FlowRow, attempt: AttemptRow): Promise<OutgoingEvent[]> {
    if (!attempt.isFinal || attempt.transfer === null || flow.state === 'SETTLED') return [];
    const events = await this.setOut(tx, flow, attempt);
    await applyChanges(tx, flow.flowId, [
      ...valueMoved(flow, attempt.transfer.transferId),
      await this.feePaid(tx, flow, attempt.fee!),
    ]);
    await supersedeOthers(tx, attempt);
    attempt.state = 'SETTLED';
    await saveAttempt(tx, attempt);
    events.push(settled(flow, attempt));
    await this.flows.enter(tx, flow, 'SETTLED');
    return events;
  }

  /** Its transaction is final and failed: no value moved, the fee is gone. */
  async failOnChain(tx: EntityManager, flow: FlowRow, attempt: AttemptRow): Promise<OutgoingEvent[]> {
    const reason =
      `Transaction ${attempt.txid} failed on the chain and moved nothing: see why it did before ` +
      `the same is planned again, which waits as long as a plan of its mandate may`;
    const events = await this.setOut(tx, flow, attempt);
    await applyChanges(tx, flow.flowId, [await this.feePaid(tx, flow, attempt.fee!)]);
    await supersedeOthers(tx, attempt);
    attempt.state = 'FAILED';
    await saveAttempt(tx, attempt);
    const ended = { txid: attempt.txid!, fee: attempt.fee!, block: attempt.block! };
    events.push(failed(flow, ended, 'reverted-on-chain', reason));
    await this.flows.enter(tx, flow, 'FAILED', { reason, endCode: 'reverted-on-chain', endedByTxid: ended.txid });
    return events;
  }

  /** A final transaction that is none of ours has used its nonce: none of its attempts can be mined any more. */
  async loseNonce(
    tx: EntityManager,
    flow: FlowRow,
    by: { readonly txid: string; readonly block: StoredBlock },
  ): Promise<OutgoingEvent[]> {
    const attempts = await attemptsOf(tx, flow.flowId);
    const reason = `Transaction ${by.txid}, which nobody planned, used its nonce: find out who else holds the key of ${flow.fromAddress}`;
    if (flow.state === 'SIGNING') return this.deny(tx, flow, 'cancelled', reason);
    const events = await this.setOut(
      tx,
      flow,
      attempts.findLast(({ txid }) => txid !== null)!,
    );
    await supersedeAll(tx, flow.flowId);
    events.push(failed(flow, { ...by, fee: 0n }, 'nonce-used', reason));
    await this.flows.enter(tx, flow, 'FAILED', { reason, endCode: 'nonce-used', endedByTxid: by.txid });
    return events;
  }

  /** A reorg past finality took what had ended it: its signed bytes are sent again, and may be mined again. */
  async takeBack(tx: EntityManager, flow: FlowRow, txid: string, reason: string): Promise<OutgoingEvent[]> {
    await undoChanges(tx, flow.flowId);
    flow.onItsWay = false;
    const event = reverted(flow, txid, flow.state === 'QUARANTINED' ? 'broadcast' : 'settled', reason);
    await this.flows.enter(tx, flow, 'REVERTED', { reason });
    return [event];
  }

  /**
   * A final transfer left the chain: plans that draw on it end, and what is signed or on its way with it no longer
   * counts as on its way. Its bytes are sent on, as the transfer may return.
   */
  async loseInput(tx: EntityManager, transferId: string): Promise<OutgoingEvent[]> {
    const reason = leftTheChain(transferId);
    const events: OutgoingEvent[] = [];
    for (const flowId of await flowsOfInput(tx, transferId)) {
      const flow = await this.flows.lock(tx, flowId);
      if (!flow) continue;
      if (UNSIGNED.includes(flow.state)) {
        events.push(
          ...(await this.deny(tx, flow, 'policy-denied', `${reason}: it is planned anew once there is cause`)),
        );
      } else if (flow.state === 'SIGNED' && flow.kind !== 'top-up') {
        await this.flows.enter(tx, flow, 'REVERTED', { reason });
      } else if ((flow.state === 'BROADCAST' || flow.state === 'MINED') && flow.onItsWay && flow.kind !== 'top-up') {
        const attempts = await attemptsOf(tx, flowId);
        flow.onItsWay = false;
        events.push(reverted(flow, attempts.findLast(({ txid }) => txid !== null)!.txid!, 'broadcast', reason));
        await this.flows.enter(tx, flow, 'REVERTED', { reason });
      }
    }
    return events;
  }

  private async feePaid(tx: EntityManager, flow: FlowRow, fee: bigint): Promise<SourceChange> {
    const { fromAddress: address, fromOwner: owner, feeAssetId: assetId, chain } = flow;
    const source = await lockSource(tx, address, assetId);
    const split = paySplit({ client: source?.clientUnits ?? 0n, house: source?.houseUnits ?? 0n }, fee, owner.side);
    return { address, assetId, chain, owner, transferId: null, client: -split.client, house: -split.house };
  }
}

function leftTheChain(transferId: string): string {
  return `Transfer ${transferId}, which it was to move, left the chain by a reorg past finality`;
}

/** Units of a side that came or left. */
function unitsOf(side: 'c' | 'h', amount: bigint): { client: bigint; house: bigint } {
  return side === 'c' ? { client: amount, house: 0n } : { client: 0n, house: amount };
}

/** A top-up leaves the house's units at a client's address; every other movement stays on its side. */
function valueMoved({ kind, chain, assetId, amount, ...flow }: FlowRow, transferId: string): SourceChange[] {
  const arrivingSide = kind === 'top-up' ? 'h' : flow.toOwner.side;
  return [
    {
      address: flow.fromAddress,
      owner: flow.fromOwner,
      chain,
      assetId,
      transferId: null,
      ...unitsOf(flow.fromOwner.side, -amount),
    },
    { address: flow.toAddress, owner: flow.toOwner, chain, assetId, transferId, ...unitsOf(arrivingSide, amount) },
  ];
}
