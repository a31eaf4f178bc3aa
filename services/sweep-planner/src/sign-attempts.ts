import { Injectable } from '@nestjs/common';
import { EthereumNode, NodeError, SignerError, Web3Signer, withSignature } from '@tributary/chain-ethereum';
import { BeginAttempt } from './begin-attempt';
import { PlannerConfig } from './config';
import type { PublishOutgoing } from './flow-events';
import { FlowLife } from './flow-life';
import { readWith } from './read-with';
import { assetOf } from './store/assets';
import type { AttemptRow } from './store/attempt-row';
import { attemptsToSign, noteError, signedAttempt } from './store/attempts';
import { flowsIn, haltOf } from './store/flow-queries';
import type { FlowRow } from './store/flow-row';
import { Flows } from './store/flows';
import { gasOf } from './store/gas';
import { laneExists } from './store/nonce-lanes';
import { StoredBytes } from './store/stored-bytes';

const BATCH = 20;

type Hex = `0x${string}`;

/**
 * Has what is approved signed, after a last look whether the node would take it. The transaction is fixed and stored first, then the signer is asked outside of any
 * transaction, then its answer is proven and stored; only stored bytes are ever sent.
 */
@Injectable()
export class SignAttempts {
  constructor(
    private readonly config: PlannerConfig,
    private readonly node: EthereumNode,
    private readonly signer: Web3Signer,
    private readonly flows: Flows,
    private readonly life: FlowLife,
    private readonly begin: BeginAttempt,
    private readonly bytes: StoredBytes,
  ) {}

  async poll(publish: PublishOutgoing): Promise<'more' | 'idle'> {
    const chain = this.config.CHAIN_ID;
    if ((await readWith(publish, (tx) => haltOf(tx, chain))) !== null) return 'idle';
    await this.beginAll(publish);
    const attempts = await readWith(publish, (tx) => attemptsToSign(tx, chain, BATCH));
    let signed = 0;
    for (const attempt of attempts) if (await this.sign(publish, attempt)) signed += 1;
    return signed === BATCH ? 'more' : 'idle';
  }

  private async beginAll(publish: PublishOutgoing): Promise<void> {
    const chain = this.config.CHAIN_ID;
    const approved = await readWith(publish, (tx) => flowsIn(tx, chain, 'APPROVED', BATCH));
    if (approved.length === 0) return;
    await this.assertChain();
    const quote = await this.node.feeQuote();
    for (const flow of approved) {
      const { fromAddress } = flow;
      if (await this.wouldFail(publish, flow)) continue;
      const isKnown = await readWith(publish, (tx) => laneExists(tx, chain, fromAddress));
      const firstNonce = isKnown ? 0 : await this.node.transactionCount(fromAddress, 'finalized');
      await publish((tx) => this.begin.first(tx, flow, quote, firstNonce));
    }
  }

  /** A last look, where the fee can be paid: what has changed since it was built? */
  private async wouldFail(publish: PublishOutgoing, flow: FlowRow): Promise<boolean> {
    const { flowId, fromAddress: from, toAddress: to, amount, assetId } = flow;
    const [contract, canPay] = await readWith(publish, async (tx) => [
      (await assetOf(tx, assetId))?.contract ?? null,
      (await gasOf(tx, flow)) >= flow.maxFee,
    ]);
    if (!canPay) return false;
    const gas = await this.node.estimateGas({ from, to, amount, contract });
    if (typeof gas === 'bigint') return false;
    await publish(async (tx) => {
      const locked = await this.flows.lock(tx, flowId);
      return locked?.state === 'APPROVED' ? this.life.heedWouldFail(tx, locked, gas.message) : [];
    });
    return true;
  }

  /** @returns whether it is signed now. @throws {SignerError} the signer is down: nothing else can be signed either */
  private async sign(publish: PublishOutgoing, attempt: AttemptRow): Promise<boolean> {
    let answer: { raw: string; txid: string };
    try {
      const signature = await this.signer.sign(attempt.address, attempt.unsigned as Hex);
      answer = await withSignature(attempt.unsigned as Hex, signature);
    } catch (fault) {
      if (!(fault instanceof SignerError)) throw fault;
      await publish(async (tx) => {
        await noteError(tx, attempt, fault.message);
        return [];
      });
      if (fault.code === 'down') throw fault;
      return false;
    }
    await publish(async (tx) => {
      const flow = (await this.flows.lock(tx, attempt.flowId))!;
      if (!(await this.bytes.keep(tx, attempt, answer))) return [];
      await signedAttempt(tx, attempt);
      if (flow.state === 'SIGNING') await this.life.sign(tx, flow);
      return [];
    });
    return true;
  }

  private async assertChain(): Promise<void> {
    const theirs = await this.node.chainId();
    if (theirs === this.config.CHAIN_ID) return;
    throw new NodeError(
      'wrong-chain',
      `The node follows ${theirs}, CHAIN_ID is ${this.config.CHAIN_ID}: change one. Nothing is signed until then`,
    );
  }
}
