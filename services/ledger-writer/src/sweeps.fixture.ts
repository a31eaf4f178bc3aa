import {
  OutflowReverted,
  OutflowUnexplained,
  SweepBroadcast,
  SweepFailed,
  SweepReverted,
  SweepSettled,
  type EventOfType,
  type Party,
} from '@tributary/events';
import { CHAIN, ETHER, HOLDERS } from './transfers.fixture';

/** A fact of money that leaves an address of ours, as the planner publishes it. */
export type OutgoingFact = EventOfType<
  | typeof SweepBroadcast
  | typeof SweepSettled
  | typeof SweepFailed
  | typeof SweepReverted
  | typeof OutflowUnexplained
  | typeof OutflowReverted
>;

export const HOT: Party = {
  address: '0xc2',
  owner: { walletId: 'hot', role: 'hot', side: 'c', clientId: null },
};

const occurredAt = new Date(1_700_000_500_000);
const block = { height: 500, hash: '0xb500', time: new Date(1_700_000_400_000) };

/** One movement of ours and the facts that its life is made of. */
export class TestSweep {
  private version = 0;

  constructor(
    private readonly n: number,
    private readonly amount: bigint,
    private readonly plan: Partial<Pick<SweepBroadcast, 'kind' | 'assetId' | 'from' | 'to'>> = {},
  ) {}

  get flowId(): string {
    return `flow-${this.n}`;
  }

  broadcast(attempt = 1): OutgoingFact {
    const limits = { nonce: 1, maxFee: 100n, feeAssetId: ETHER };
    return SweepBroadcast.of({ ...this.base(), ...limits, attempt, txid: `0x5${this.n}${attempt}` });
  }

  settled(fee: bigint): OutgoingFact {
    const txid = `0x5${this.n}1`;
    return SweepSettled.of({ ...this.base(), attempt: 1, txid, fee, feeAssetId: ETHER, block });
  }

  failed(fee: bigint): OutgoingFact {
    const why = { code: 'reverted-on-chain', reason: 'The transaction failed: plan it anew' };
    return SweepFailed.of({ ...this.base(), ...why, txid: `0x5${this.n}1`, fee, feeAssetId: ETHER, block });
  }

  reverted(fromState: string): OutgoingFact {
    return SweepReverted.of({ ...this.base(), fromState, txid: `0x5${this.n}1`, reason: 'its block left the chain' });
  }

  private base() {
    this.version += 1;
    const plan = { kind: 'sweep', assetId: ETHER, from: HOLDERS.aster as Party, to: HOT, ...this.plan };
    return { chain: CHAIN, occurredAt, flowId: this.flowId, version: this.version, amount: this.amount, ...plan };
  }
}

/** Money that left an address of ours to an outside party, and nobody knows why. */
export function unexplained(n: number, from: Party, amount: bigint): OutflowUnexplained {
  return {
    chain: CHAIN,
    occurredAt,
    outflowId: `${CHAIN}/0x6${n}/native`,
    what: 'transfer',
    txid: `0x6${n}`,
    assetId: ETHER,
    from,
    to: { address: '0xe9', owner: null },
    amount,
    block,
    occurrence: 0,
  };
}
