import type { FlowKind } from './flow';

/** What approvers put their name to. */
export interface Terms {
  readonly flowId: string;
  readonly kind: FlowKind;
  /** CAIP-2. */
  readonly chain: string;
  /** CAIP-19. */
  readonly assetId: string;
  readonly fromAddress: string;
  readonly toWalletId: string;
  readonly toAddress: string;
  /** Base units of assetId. */
  readonly amount: bigint;
  /** transferIds whose value it moves, first in first out, each with its part in base units. */
  readonly inputs: readonly { readonly transferId: string; readonly amount: bigint }[];
  /** Base units of the chain's native asset. */
  readonly maxFee: bigint;
  readonly deadline: Date;
  readonly mandateId: string;
  readonly mandateVersion: number;
}

/**
 * The terms as one text that no other terms share, to be hashed: every field by its length and itself, the inputs by
 * their count first. Thus no field can run into the next.
 */
export function canonicalTerms(terms: Terms): string {
  const fields = [
    'tributary/flow-terms/v1',
    terms.flowId,
    terms.kind,
    terms.chain,
    terms.assetId,
    terms.fromAddress,
    terms.toWalletId,
    terms.toAddress,
    terms.amount.toString(),
    terms.inputs.length.toString(),
    ...terms.inputs.flatMap(({ transferId, amount }) => [transferId, amount.toString()]),
    terms.maxFee.toString(),
    terms.deadline.toISOString(),
    terms.mandateId,
    terms.mandateVersion.toString(),
  ];
  return fields.map((field) => `${field.length}:${field}`).join('');
}
