import { z } from 'zod';
import { FLOW_STATES, type FlowKind } from '@tributary/domain-sweep';
import type { EntityManager } from '@tributary/platform-service';
import type { FlowRow } from './store/flow-row';
import { approvalsOf } from './store/approvals';
import { attemptsOf } from './store/attempts';

const KINDS = ['sweep', 'top-up', 'refill', 'skim'] as const satisfies readonly FlowKind[];
export const flowKind = z.enum(KINDS);
export const flowState = z.enum(FLOW_STATES as readonly [string, ...string[]]);
export const amount = z.string().describe('Base units.');

const party = z.object({
  address: z.string(),
  walletId: z.string(),
  role: z.string(),
  side: z.string().describe("c the clients', h the house's."),
  clientId: z.string().nullable(),
});

/** A flow in a list. */
export const sweepSummary = z.object({
  flowId: z.string(),
  kind: flowKind,
  state: flowState,
  chain: z.string().describe('CAIP-2.'),
  assetId: z.string().describe('CAIP-19.'),
  amount: amount.describe('Value moved, in base units, the fee not among it.'),
  maxFee: amount.describe('Most that it may pay the network, in base units of feeAssetId.'),
  feeAssetId: z.string(),
  from: party,
  to: party,
  mandateId: z.string(),
  mandateVersion: z.int(),
  digest: z.string().describe('What an approver approves: SHA-256 over its terms.'),
  maker: z.string(),
  mandateEditor: z.string().describe('Who changed the mandate last: may not approve under it.'),
  needsApproval: z.boolean().describe('Over what the mandate lets move without a person.'),
  approvers: z.array(z.string()),
  plannedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  deadline: z.iso.datetime().describe('Until when it may be signed.'),
  txid: z.string().nullable().describe('Of the attempt that counts: the one in a block, else the newest.'),
  waitingFor: z.string().nullable().describe('Why it does not go on just now.'),
  reason: z.string().nullable().describe('Why it ended or was taken back.'),
});

/** Flows as a list shows them. */
export async function summariesOf(
  db: EntityManager,
  flows: readonly FlowRow[],
): Promise<z.input<typeof sweepSummary>[]> {
  const flowIds = flows.map(({ flowId }) => flowId);
  const [approvals, attempts] = [await approvalsOf(db, flowIds), await attemptsOf(db, ...flowIds)];
  return flows.map((flow) => {
    const own = attempts.filter(({ flowId, txid }) => flowId === flow.flowId && txid !== null);
    const counting = own.find(({ block }) => block !== null) ?? own.at(-1);
    const { flowId, kind, state, chain, assetId, feeAssetId, mandateId, mandateVersion, mandateEditor } = flow;
    const { digest, maker, needsApproval, waitingFor, reason } = flow;
    return {
      ...{ flowId, kind, state, chain, assetId, feeAssetId, mandateId, mandateVersion, mandateEditor, digest, maker },
      ...{ needsApproval, waitingFor, reason },
      amount: flow.amount.toString(),
      maxFee: flow.maxFee.toString(),
      from: { address: flow.fromAddress, ...flow.fromOwner },
      to: { address: flow.toAddress, ...flow.toOwner },
      approvers: approvals.filter((each) => each.flowId === flowId).map(({ approver }) => approver),
      plannedAt: flow.plannedAt.toISOString(),
      updatedAt: flow.updatedAt.toISOString(),
      deadline: flow.deadline.toISOString(),
      txid: counting?.txid ?? null,
    };
  });
}
