import type { BaseUnits } from '../api';
import type { Mandate, Wallet } from '../registry/registry-queries';
import type { Source } from './sweep-queries';

/** A movement by hand as far as the form is filled in. */
export interface Plan {
  kind: 'refill' | 'skim';
  assetId: string;
  from: Wallet;
  to: Wallet;
}

/** The mandate that a movement falls under: without one nothing moves. */
export function mandateFor(mandates: readonly Mandate[], { kind, assetId, from, to }: Plan): Mandate | undefined {
  return mandates.find(
    (mandate) =>
      mandate.enabled &&
      mandate.kind === kind &&
      mandate.assetId === assetId &&
      mandate.fromRole === from.role &&
      mandate.toWalletId === to.walletId,
  );
}

/** The most that one address of the wallet has free: a movement draws on one alone. */
export function freeOf(sources: readonly Source[], { assetId, from }: Pick<Plan, 'assetId' | 'from'>): BaseUnits {
  const free = sources
    .filter((source) => source.walletId === from.walletId && source.assetId === assetId)
    .map(
      ({ side, clientUnits, houseUnits, reserved }) =>
        BigInt(side === 'c' ? clientUnits : houseUnits) - BigInt(reserved),
    );
  return free.reduce((most, each) => (each > most ? each : most), 0n).toString();
}

/** What becomes of an amount under its mandate; an outcome that a person reads before sending it. */
export function outcomeOf(amount: bigint, mandate: Mandate): 'automatic' | 'approval' | 'over-limit' {
  if (amount > BigInt(mandate.limit)) return 'over-limit';
  return amount > BigInt(mandate.automaticUpTo) ? 'approval' : 'automatic';
}
