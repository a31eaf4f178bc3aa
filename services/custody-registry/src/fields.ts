import { z } from 'zod';
import { parseAddress } from '@tributary/chain-ethereum';
import { isChainId, isInOrder, parseThreshold, type Threshold } from '@tributary/domain-custody';

/** CAIP-2 id of a chain that Tributary knows how to watch. */
export const ChainId = z
  .string()
  .refine(isChainId, 'is no chain of a known form: write its CAIP-2 id, e.g. eip155:1')
  .meta({ description: 'CAIP-2 id of the chain.', example: 'eip155:1' });

/** An id that stands in account names and event keys, hence without ":" and "/". */
export const Id = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    'must be 1 to 64 of A-Z a-z 0-9 . _ - and begin with a letter or a digit',
  );

/** Words that people write and read. */
export const Words = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .regex(/^\P{Cs}*$/u, 'must be well-formed text, without halves of surrogate pairs');

/** An amount of base units, as JSON can carry it exactly. */
export const BaseUnits = z
  .string()
  .regex(/^(0|[1-9]\d{0,77})$/, 'must be a whole number of base units in digits, e.g. "1500000"');

/** An address as a person wrote it, read as its canonical form. */
export const Address = z
  .string()
  .transform((text, context): string => {
    const address = parseAddress(text);
    if (typeof address === 'string') return address;
    context.addIssue({ code: 'custom', message: address.message });
    return z.NEVER;
  })
  .meta({ description: 'Ethereum address; of mixed case it must have its EIP-55 checksum.' });

/** First block whose transfers count. */
export const EffectiveFromBlock = z
  .int()
  .min(0)
  .nullable()
  .default(null)
  .describe('First block whose transfers count; null: the first one at or after now less an hour.');

const ThresholdText = z.string().refine((text) => parseThreshold(text) !== undefined, {
  message: 'must be blocks:<1 to 999999>, tag:safe or tag:finalized',
  abort: true,
});

/** When the transfers of an asset are confirmed, and when final. */
export const Finality = z
  .strictObject({ confirmed: ThresholdText.default('blocks:2'), finalized: ThresholdText.default('tag:finalized') })
  .refine(
    ({ confirmed, finalized }) =>
      isInOrder(parseThreshold(confirmed) as Threshold, parseThreshold(finalized) as Threshold),
    { path: ['finalized'], message: 'comes before confirmed: a transfer is final when it is confirmed or later' },
  );
