import { checksumAddress, type Hex } from 'viem';

/** Nobody's: tokens are minted from it and burnt to it. */
export const ZERO_ADDRESS = '0x0000000000000000000000000000000000000000';

/** Why a text is no Ethereum address. */
export interface AddressError {
  readonly code: 'address-malformed' | 'address-checksum';
  /** What is wrong and what to write instead. */
  readonly message: string;
}

const ADDRESS = /^0x[0-9a-fA-F]{40}$/;

/**
 * Reads an address as a person or another system wrote it, in its canonical form: 0x and lower-case hex.
 *
 * Mixed case must be the EIP-55 checksum of the address; all lower and all upper case carry none and pass.
 */
export function parseAddress(text: string): Hex | AddressError {
  if (!ADDRESS.test(text)) {
    return {
      code: 'address-malformed',
      message: `"${text}" is no Ethereum address: write 0x and 40 hexadecimal digits`,
    };
  }
  const digits = text.slice(2);
  const canonical = `0x${digits.toLowerCase()}` as const;
  const withoutCase = digits === digits.toLowerCase() || digits === digits.toUpperCase();
  if (!withoutCase && checksumAddress(canonical) !== text) {
    return {
      code: 'address-checksum',
      message: `"${text}" fails its EIP-55 checksum, so a digit may be mistyped: copy it again from its source`,
    };
  }
  return canonical;
}
