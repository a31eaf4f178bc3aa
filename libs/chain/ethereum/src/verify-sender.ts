import { recoverTransactionAddress, type TransactionSerialized } from 'viem';
import { NodeError } from './node-error';
import type { MinedTransaction } from './verified-block';

/**
 * Binds a transaction's sender to its signature. It takes some ten milliseconds: ask for those that matter.
 *
 * A transaction without a signature, as only a development node mines it, passes.
 *
 * @throws {NodeError} inconsistent: another address signed it
 */
export async function verifySender({ txid, from, signed }: MinedTransaction): Promise<void> {
  if (signed === null) return;
  const signer = await recoverTransactionAddress({ serializedTransaction: signed as TransactionSerialized });
  if (signer.toLowerCase() === from) return;
  throw new NodeError(
    'inconsistent',
    `Transaction ${txid} was signed by ${signer.toLowerCase()}, the node says by ${from}: compare with another node`,
  );
}
