import { z } from 'zod';
import type {
  AddressAllocated,
  AssetListed,
  ClientClosed,
  ClientOpened,
  EventOfType,
  MandateChanged,
  WalletCreated,
} from '@tributary/events';
import type { EntityManager } from '@tributary/platform-service';

/** Every event of the registry: what became of an item of an approved change. */
export type RegistryEvent = EventOfType<
  | typeof AssetListed
  | typeof ClientOpened
  | typeof ClientClosed
  | typeof WalletCreated
  | typeof AddressAllocated
  | typeof MandateChanged
>;

/** Who asked for a change, who approved it and when. */
export interface Signed {
  readonly maker: string;
  readonly checker: string;
  readonly at: Date;
}

/** Why an item cannot be applied as things stand. */
export interface Refusal {
  readonly status: 404 | 409 | 422;
  readonly code: string;
  /** The item's field at fault; empty where it is the whole item. */
  readonly field: string;
  /** What is wrong and what to do instead. */
  readonly reason: string;
}

/** One kind of change: what an item of it says, and how the registry takes it in. */
export interface ChangeKind<I extends object = object> {
  readonly name: string;
  /** Reads an item; what it yields is what is stored and approved, so it must be plain JSON. */
  readonly item: z.ZodType<I>;
  /** What the item is about, as the key of its event's stream: of two open changes only one may be about it. */
  keyOf(item: I): string;
  /** What stands under that key, as the API shows it. */
  standing(item: I, tx: EntityManager): Promise<object | undefined>;
  /** Why items cannot be applied together, in their order; undefined for one that can. */
  refusals(items: readonly I[], tx: EntityManager): Promise<readonly (Refusal | undefined)[]>;
  /** Records items that `refusals` has just let pass; undefined where another transaction was quicker over one. */
  apply(items: readonly I[], tx: EntityManager, signed: Signed): Promise<readonly RegistryEvent[] | undefined>;
}

/** Does something with one item after the other. */
export async function oneByOne<I, R>(items: readonly I[], work: (item: I) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

/** Refuses an item whose key stands already. */
export function alreadyStands(what: string, field: string, standing: object): Refusal {
  return { status: 409, code: `${what}-stands`, field, reason: `stands already as ${JSON.stringify(standing)}` };
}

/** Most items of one change: what one transaction records within a few seconds. */
const MAX_ITEMS = 500;

/** The items of a change, as JSON gives them. */
export function itemsOf<I extends object>(kind: ChangeKind<I>) {
  return z.array(kind.item).min(1).max(MAX_ITEMS).describe(`1 to ${MAX_ITEMS}; all are approved together, or none.`);
}
