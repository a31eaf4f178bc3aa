import type { ChainFact, PublishFacts } from './chain-facts';
import { transfers } from './metrics';

const STATES: Partial<Record<ChainFact['type'], string>> = {
  TransferSeen: 'seen',
  TransferConfirmed: 'confirmed',
  TransferFinalized: 'finalized',
  TransferReverted: 'reverted',
};

/** Counts the facts of each transaction once it is committed. */
export function countFacts(transact: PublishFacts): PublishFacts {
  return async (work) => {
    let published: readonly ChainFact[] = [];
    await transact(async (tx) => (published = await work(tx)));
    countPublished(published);
  };
}

export function countPublished(facts: readonly ChainFact[]): void {
  for (const { type, payload } of facts) {
    const state = STATES[type];
    if (state) transfers.inc({ chain: payload.chain, state });
  }
}
