import type { Hex } from 'viem';

/**
 * What a node said to signed bytes.
 *
 * - `accepted`           it holds them; that is no promise to mine or even to keep them
 * - `already-known`      it held these very bytes
 * - `nonce-too-low`      the nonce is used, by these bytes or by others: look which
 * - `underpriced`        below what the node takes, or not enough above what it holds of this nonce
 * - `insufficient-funds` the sender lacks the value and the highest fee together
 * - `rejected`           anything else: the same bytes will hardly pass later
 */
export type BroadcastOutcome =
  | { readonly kind: 'accepted' | 'already-known'; readonly txid: Hex }
  | {
      readonly kind: 'nonce-too-low' | 'underpriced' | 'insufficient-funds' | 'rejected';
      readonly txid: Hex;
      /** The node's words. */
      readonly message: string;
    };
