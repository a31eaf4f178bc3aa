import { z } from 'zod';
import { configOf } from '@tributary/platform-config';

/** Of the made-up custodian's keys. Anybody can read it here: never for real money. */
export const DEVELOPMENT_MNEMONIC =
  'fabric ocean tribute ladder gravity orchard velvet museum anchor canyon lantern harvest';

/** Which keys the development signer holds, and where it listens on 127.0.0.1. */
export class SignerConfig extends configOf({
  PORT: z.coerce.number().int().min(0).max(65_535),
  /** BIP 39 words; the keys are those of m/44'/60'/0'/0/0 and on. */
  SIGNER_MNEMONIC: z.string().default(DEVELOPMENT_MNEMONIC),
  /** How many. */
  SIGNER_KEYS: z.coerce.number().int().min(1).max(1_000_000).default(400),
  NODE_ENV: z
    .string()
    .refine(
      (mode) => mode !== 'production',
      'the development signer keeps keys in memory and signs whatever it is asked: in production point SIGNER_URL at ' +
        'a signer that guards its keys, e.g. Web3Signer',
    )
    .default('development'),
}) {}
