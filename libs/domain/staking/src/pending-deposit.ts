/** A deposit that waits in a beacon state's queue. */
export interface PendingDeposit {
  readonly pubkey: string;
  readonly withdrawalCredentials: string;
  readonly amountGwei: bigint;
  readonly signature: string;
  /** Slot of the block that brought it; 0 where the chain queued it itself (excess on 0x01 to 0x02, a fork). */
  readonly slot: bigint;
}

/**
 * The deposits that the transition between two states took off the queue.
 *
 * A deposit that is postponed stands in both queues, one that was made since in the later alone. Equal ones are counted:
 * they can leave one by one, but none can be added, as each carries the slot of its block and credentials change from
 * 0x01 to 0x02 once. What left was added to its validator's balance; where the key is no validator afterwards, its
 * signature was bad and the coins are lost.
 *
 * @param before  queue of the state after an epoch's last slot
 * @param after   queue of the state after the next epoch's last slot
 * @returns in the order of the queue, which is the order in which they were applied
 * @see Ethereum consensus specs, Electra, `process_pending_deposits`
 */
export function appliedDeposits(before: readonly PendingDeposit[], after: readonly PendingDeposit[]): PendingDeposit[] {
  const waiting = new Map<string, number>();
  for (const deposit of after) waiting.set(keyOf(deposit), (waiting.get(keyOf(deposit)) ?? 0) + 1);
  // From the back: of equal ones the first in the queue leaves first.
  return before
    .toReversed()
    .filter((deposit) => {
      const left = waiting.get(keyOf(deposit)) ?? 0;
      if (left > 0) waiting.set(keyOf(deposit), left - 1);
      return left === 0;
    })
    .toReversed();
}

function keyOf({ pubkey, withdrawalCredentials, amountGwei, signature, slot }: PendingDeposit): string {
  return [pubkey, withdrawalCredentials, amountGwei, signature, slot].join(' ');
}
