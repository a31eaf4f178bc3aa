/**
 * What went wrong with a signer.
 *
 * - `down`            no answer, or an error of its own: ask again, nothing was signed that we know of
 * - `refused`         it will not sign this
 * - `unknown-key`     it does not hold the key of the address
 * - `wrong-signature` what it answers does not sign these bytes with that key
 */
export type SignerErrorCode = 'down' | 'refused' | 'unknown-key' | 'wrong-signature';

/** A signer that gave no signature to use. */
export class SignerError extends Error {
  constructor(
    readonly code: SignerErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
