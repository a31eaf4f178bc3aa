import {
  isHex,
  keccak256,
  parseSignature,
  parseTransaction,
  recoverAddress,
  serializeTransaction,
  size,
  type Hex,
  type TransactionSerializable,
} from 'viem';
import { SignerError } from './signer-error';

/** A transaction that a node takes as it is. */
export interface SignedTransaction {
  readonly raw: Hex;
  readonly txid: Hex;
  /** Whose key signed it, lower-case. */
  readonly from: Hex;
}

const SIGNATURE_BYTES = 65;
/** Half of secp256k1's order: a signature has a twin above it, which nodes refuse (EIP-2). */
const HIGHEST_S = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;

/**
 * Joins a transaction and the signature over its keccak256.
 *
 * @param signature  r, s and v, 65 bytes; v is 0 or 1, or 27 or 28
 * @throws {SignerError} wrong-signature: it is none, or one that nodes refuse
 */
export async function withSignature(unsigned: Hex, signature: string): Promise<SignedTransaction> {
  if (!isHex(signature) || size(signature) !== SIGNATURE_BYTES) {
    throw wrongSignature(`"${signature.slice(0, 80)}" is no signature of ${SIGNATURE_BYTES} bytes in hex`);
  }
  try {
    const parts = parseSignature(signature);
    if (BigInt(parts.s) > HIGHEST_S) throw new Error('its s is above half of the order, which EIP-2 forbids');
    const from = await recoverAddress({ hash: keccak256(unsigned), signature });
    const raw = serializeTransaction(parseTransaction(unsigned) as TransactionSerializable, parts);
    return { raw, txid: keccak256(raw), from: from.toLowerCase() as Hex };
  } catch (cause) {
    throw wrongSignature(`${signature} is no signature that a node takes: ${(cause as Error).message}`, { cause });
  }
}

function wrongSignature(what: string, options?: ErrorOptions): SignerError {
  return new SignerError(
    'wrong-signature',
    `${what}. Nothing was sent; see that SIGNER_URL is a signer of Ethereum transactions, then try again`,
    options,
  );
}
