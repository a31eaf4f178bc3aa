import type { ValueTransformer } from 'typeorm';

/** numeric(78,0) as bigint: the driver hands both over as text, nothing passes through a float. */
export const baseUnits: ValueTransformer = {
  to: (amount: bigint) => amount.toString(),
  from: (text: string) => BigInt(text),
};
