import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { allocateAddress } from './allocate-address';
import type { ChangeKind } from './change-kind';
import { createWallet } from './create-wallet';
import { listAsset } from './list-asset';
import { openClient } from './open-client';
import { setMandate } from './set-mandate';

const Person = z.string().trim().min(1).max(128);
const Items = z.array(z.looseObject({})).default([]);

/** What a seed file may list, in the order in which it is recorded. */
const LISTS = {
  assets: listAsset,
  clients: openClient,
  wallets: createWallet,
  addresses: allocateAddress,
  mandates: setMandate,
} as const satisfies Record<string, ChangeKind>;

/** The seed file: its items as they are proposed, and the two persons who stand for them. */
const Seed = z
  .strictObject({
    maker: Person,
    checker: Person,
    assets: Items,
    clients: Items,
    wallets: Items,
    addresses: Items,
    mandates: Items,
  })
  .refine(({ maker, checker }) => maker !== checker, {
    path: ['checker'],
    message: 'must be somebody else than maker: name the person who has approved this file',
  });
export type Seed = z.output<typeof Seed>;

/** An item of the seed file with its kind, and its place for messages: `wallets[2]`. */
export interface SeedItem {
  readonly place: string;
  readonly kind: ChangeKind;
  readonly given: object;
}

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

export function itemsOfSeed(seed: Seed): SeedItem[] {
  return Object.entries(LISTS).flatMap(([list, kind]) =>
    seed[list as keyof typeof LISTS].map((given, at) => ({ place: `${list}[${at}]`, kind, given })),
  );
}

/** Names of the fields that a seed item states otherwise than what stands. */
export function differences(item: object, standing: object): string[] {
  const stands = standing as Readonly<Record<string, unknown>>;
  return Object.entries(item)
    .filter(([name, value]) => JSON.stringify(stands[name]) !== JSON.stringify(value))
    .map(([name]) => name);
}
