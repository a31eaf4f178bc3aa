import { Injectable } from '@nestjs/common';
import { ANY_ROLE, type EntityManager, type RouteContract, type RouteInput } from '@tributary/platform-service';
import { z } from 'zod';
import type { AttemptRow } from './store/attempt-row';
import { approvalsOf } from './store/approvals';
import { attemptsOf } from './store/attempts';
import { inputsOf } from './store/flow-inputs';
import { flowById, historyOf } from './store/flow-list';
import { unknownFlow } from './problems';
import { amount, flowState, summariesOf, sweepSummary } from './sweep-reply';

const wei = amount.describe('Wei per gas.');

const attemptReply = z.object({
  attempt: z.int().describe('Counted from 1; each replaces the one before.'),
  nonce: z.int(),
  txid: z.string().nullable(),
  state: z.string(),
  maxFeePerGas: wei,
  maxPriorityFeePerGas: wei,
  gasLimit: amount.describe('Gas.'),
  signedAt: z.iso.datetime().nullable(),
  broadcastAt: z.iso.datetime().nullable(),
  block: z.object({ height: z.int(), hash: z.string(), time: z.iso.datetime() }).nullable(),
  fee: amount.nullable().describe('Paid to the network, in base units of feeAssetId.'),
  error: z.string().nullable().describe('What the signer or the node said against it last.'),
});

/** Shows one flow with all that happened to it. */
@Injectable()
export class ShowSweep {
  static readonly contract = {
    summary: 'One movement of ours, with its approvals, its attempts and its history',
    roles: ANY_ROLE,
    params: z.object({ flowId: z.string() }),
    reply: sweepSummary.extend({
      limit: amount.describe('Most that one movement may carry under the mandate.'),
      automaticUpTo: amount.describe('Most that one may carry without a person.'),
      estimatedFee: amount.nullable().describe('What the network asked when it was built.'),
      inputs: z.array(z.object({ transferId: z.string(), amount })).describe('What it draws on, first in first out.'),
      approvals: z.array(z.object({ approver: z.string(), digest: z.string(), approvedAt: z.iso.datetime() })),
      attempts: z.array(attemptReply),
      history: z.array(
        z.object({
          state: flowState,
          at: z.iso.datetime(),
          by: z.string().nullable(),
          reason: z.string().nullable(),
        }),
      ),
    }),
  } satisfies RouteContract;

  async handle({ params: { flowId } }: RouteInput<typeof ShowSweep.contract>, db: EntityManager) {
    const flow = await flowById(db, flowId);
    if (!flow) return unknownFlow(flowId);
    const [summary] = await summariesOf(db, [flow]);
    const inputs = await inputsOf(db, flowId);
    const approvals = await approvalsOf(db, [flowId]);
    const history = await historyOf(db, flowId);
    return {
      ...summary!,
      limit: flow.limit.toString(),
      automaticUpTo: flow.automaticUpTo.toString(),
      estimatedFee: flow.estimatedFee?.toString() ?? null,
      inputs: inputs.map(({ transferId, amount }) => ({ transferId, amount: amount.toString() })),
      approvals: approvals.map(({ approver, digest, approvedAt }) => ({
        ...{ approver, digest, approvedAt: approvedAt.toISOString() },
      })),
      attempts: (await attemptsOf(db, flowId)).map(describe),
      history: history.map(({ at, ...line }) => ({ ...line, at: at.toISOString() })),
    };
  }
}

function describe(row: AttemptRow): z.input<typeof attemptReply> {
  const { attempt, nonce, txid, state, block, error } = row;
  return {
    ...{ attempt, nonce, txid, state, block, error },
    maxFeePerGas: row.maxFeePerGas.toString(),
    maxPriorityFeePerGas: row.maxPriorityFeePerGas.toString(),
    gasLimit: row.gasLimit.toString(),
    signedAt: row.signedAt?.toISOString() ?? null,
    broadcastAt: row.broadcastAt?.toISOString() ?? null,
    fee: row.fee?.toString() ?? null,
  };
}
