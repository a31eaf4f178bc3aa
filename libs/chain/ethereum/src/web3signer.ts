import type { Hex } from 'viem';
import { publicKeyToAddress } from 'viem/accounts';
import { z } from 'zod';
import { SignerError } from './signer-error';
import { withSignature } from './with-signature';

const PUBLIC_KEY_HEX_DIGITS = 128;

/** A secp256k1 key as x and y, 64 bytes; some signers write the prefix 04 before them. */
const PublicKey = z
  .string()
  .regex(/^0x(04)?[0-9a-f]{128}$/i)
  .transform((text) => text.toLowerCase() as Hex);

/** A remote signer over HTTP in Web3Signer's form (`eth1`). What it answers is checked against the key's address. */
export class Web3Signer {
  private readonly base: string;
  private keys: ReadonlyMap<string, Hex> = new Map();

  /** @param timeoutMs  an answer later than this counts as none */
  constructor(
    url: string,
    private readonly timeoutMs = 5_000,
  ) {
    this.base = `${url.replace(/\/+$/, '')}/api/v1/eth1`;
  }

  /**
   * The addresses that it can sign for, lower-case, each with its public key as the signer names it.
   *
   * @throws {SignerError} down or refused
   */
  async addresses(): Promise<ReadonlyMap<string, Hex>> {
    const body = await this.ask('/publicKeys');
    const listed = z.array(PublicKey).safeParse(jsonOf(body));
    if (!listed.success) {
      throw new SignerError('refused', `${this.base}/publicKeys lists no public keys: ${body.slice(0, 80)}`);
    }
    this.keys = new Map(listed.data.map((key) => [addressOf(key), key]));
    return this.keys;
  }

  /**
   * Signs the keccak256 of a serialized transaction with the key of an address.
   *
   * @returns r, s and v, 65 bytes, proven to be that key's over these bytes
   * @throws {SignerError} any of its codes
   */
  async sign(address: string, unsigned: Hex): Promise<Hex> {
    const key = this.keys.get(address) ?? (await this.addresses()).get(address);
    if (key === undefined) throw unknownKey(address);
    const signature = (await this.ask(`/sign/${key}`, { data: unsigned }, address)).trim();
    const { from } = await withSignature(unsigned, signature);
    if (from === address) return signature as Hex;
    throw new SignerError(
      'wrong-signature',
      `The signer answers for ${address} with a signature of ${from} or over other bytes. Nothing was sent; do not ` +
        `trust it until its keys were compared with the registry's addresses`,
    );
  }

  private async ask(path: string, body?: object, address?: string): Promise<string> {
    const url = `${this.base}${path}`;
    let response: Response;
    let text: string;
    try {
      response = await fetch(url, {
        signal: AbortSignal.timeout(this.timeoutMs),
        ...(body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
      text = await response.text();
    } catch (cause) {
      const reason = ((cause as Error).cause as Error | undefined)?.message || (cause as Error).message;
      throw new SignerError('down', `The signer does not answer at ${url}: ${reason}. Start it, or set SIGNER_URL`, {
        cause,
      });
    }
    if (response.ok) return text;
    const answer = `HTTP ${response.status} ${text.slice(0, 200)}`.trim();
    if (response.status === 404 && address !== undefined) throw unknownKey(address);
    if (response.status >= 500) throw new SignerError('down', `The signer fails at ${url}: ${answer}. See its log`);
    throw new SignerError('refused', `The signer refuses ${url}: ${answer}. See its policy, and that it serves eth1`);
  }
}

function addressOf(key: Hex): string {
  return publicKeyToAddress(`0x04${key.slice(-PUBLIC_KEY_HEX_DIGITS)}`).toLowerCase();
}

function unknownKey(address: string): SignerError {
  return new SignerError(
    'unknown-key',
    `The signer holds no key of ${address}: load it there, or see that SIGNER_URL is the signer of this wallet`,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
