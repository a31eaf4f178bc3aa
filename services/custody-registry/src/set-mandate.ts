import { z } from 'zod';
import { chainOfAsset, mandateFault } from '@tributary/domain-custody';
import { MandateChanged } from '@tributary/events';
import type { EntityManager } from '@tributary/platform-service';
import { alreadyStands, oneByOne, type ChangeKind, type Refusal, type Signed } from './change-kind';
import { Id } from './fields';
import { MandateTerms, toMandate } from './mandate';
import { AssetRow } from './store/asset-row';
import { MandateRow } from './store/mandate-row';
import { mandateInForce, rivalMandate, type Permission } from './store/mandates';
import { WalletRow } from './store/wallet-row';

const Item = z.strictObject({ mandateId: Id, ...MandateTerms });
type Item = z.output<typeof Item>;

/** Gives a mandate, or its next version: what may move by whose leave from then on. */
export const setMandate: ChangeKind<Item> = {
  name: 'set-mandate',
  item: Item,

  keyOf: ({ mandateId }) => `mandate/${mandateId}`,

  async standing({ mandateId }, tx) {
    const row = await mandateInForce(tx, mandateId);
    return row ? toMandate(row) : undefined;
  },

  async refusals(items, tx) {
    const alone = await oneByOne(items, (item) => refusal(item, tx));
    return items.map((item, place) => alone[place] ?? rivalAmong(items.slice(0, place), item));
  },

  apply: (items, tx, signed) => oneByOne(items, (item) => applyOne(item, tx, signed)),
};

async function refusal(item: Item, tx: EntityManager): Promise<Refusal | undefined> {
  if (!(await tx.findOneBy(AssetRow, { assetId: item.assetId }))) {
    return refuse(422, 'assetId', 'is not listed: list the asset first');
  }
  const to = item.toWalletId === null ? null : await tx.findOneBy(WalletRow, { walletId: item.toWalletId });
  const fault = mandateFault(termsOf(item), to ?? undefined);
  if (fault) return refuse(422, fault.field, fault.reason);
  const last = await mandateInForce(tx, item.mandateId);
  const notNext = last && nextRefusal(item, last);
  if (notNext || !item.enabled) return notNext ?? undefined;
  const rival = await rivalMandate(tx, { mandateId: item.mandateId, ...purposeOf(item) });
  return rival ? permitsTheSame(rival.mandateId) : undefined;
}

async function applyOne(item: Item, tx: EntityManager, { at, ...signed }: Signed) {
  const last = await mandateInForce(tx, item.mandateId);
  if (last) await tx.update(MandateRow, { mandateId: last.mandateId, version: last.version }, { supersededAt: at });
  const version = (last?.version ?? 0) + 1;
  const mandate = { ...termsOf(item), ...signed, version, chain: chainOfAsset(item.assetId) as string };
  await tx.insert(MandateRow, { ...mandate, changedAt: at, supersededAt: null });
  return MandateChanged.of({ ...mandate, occurredAt: at });
}

function termsOf(item: Item) {
  return {
    ...item,
    threshold: BigInt(item.threshold),
    automaticUpTo: BigInt(item.automaticUpTo),
    limit: BigInt(item.limit),
    maxFee: BigInt(item.maxFee),
  };
}

/** Why this is no next version of a mandate. */
function nextRefusal(item: Item, last: MandateRow): Refusal | undefined {
  for (const field of ['assetId', 'kind'] as const) {
    if (item[field] !== last[field]) {
      return refuse(409, field, `is ${last[field]} for good: withdraw this mandate and give another one`);
    }
  }
  const stands: Record<string, unknown> = toMandate(last);
  const same = Object.entries(item).every(([name, value]) => stands[name] === value);
  return same ? alreadyStands('mandate', 'mandateId', stands) : undefined;
}

/** A sweep and a top-up have one mandate for each asset, a movement by hand one for each path: no plan has a choice. */
function purposeOf({ assetId, kind, fromRole, toWalletId }: Item): Omit<Permission, 'mandateId'> {
  const byHand = kind === 'refill' || kind === 'skim';
  return { assetId, kind, ...(byHand && toWalletId !== null ? { path: { fromRole, toWalletId } } : {}) };
}

/** Why an item cannot stand beside those before it in the same change. */
function rivalAmong(others: readonly Item[], item: Item): Refusal | undefined {
  const purpose = JSON.stringify(purposeOf(item));
  const rival = others.find((other) => other.enabled && JSON.stringify(purposeOf(other)) === purpose);
  return item.enabled && rival ? permitsTheSame(rival.mandateId) : undefined;
}

function permitsTheSame(rivalId: string): Refusal {
  return refuse(409, 'mandateId', `would permit the same as ${rivalId}: change or withdraw that one`);
}

function refuse(status: 409 | 422, field: string, reason: string): Refusal {
  return { status, code: 'mandate-refused', field, reason };
}
