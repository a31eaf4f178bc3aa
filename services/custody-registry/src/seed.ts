import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Maker } from './fields';

const Items = z.array(z.looseObject({})).default([]);

/** The seed file: each item is the body of its command, and the maker may stand once for all. */
const Seed = z.strictObject({ maker: Maker, assets: Items, clients: Items, wallets: Items, addresses: Items });
export type Seed = z.output<typeof Seed>;

/** Reads a seed file; a text says why it cannot be read and what to do. */
export function readSeed(path: string): Seed | string {
  try {
    const seed = Seed.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (seed.success) return seed.data;
    const faults = seed.error.issues.map(({ path: place, message }) => `${place.join('.') || 'the file'}: ${message}`);
    return `${path}: ${faults.join('; ')}. Compare it with seed.example.json`;
  } catch (error) {
    return `SEED_FILE=${path} cannot be read: ${(error as Error).message}. Mend the file or leave SEED_FILE unset`;
  }
}

/** Names of the fields that a seed item states otherwise than what stands; who made it does not matter. */
export function differences(item: object, standing: object): string[] {
  const stands = standing as Readonly<Record<string, unknown>>;
  return Object.entries(item)
    .filter(([name, value]) => name !== 'maker' && JSON.stringify(stands[name]) !== JSON.stringify(value))
    .map(([name]) => name);
}
