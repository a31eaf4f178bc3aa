import type { BaseUnits, StatementLine } from '../api';

/** What a run of statement lines adds up to: opening + credits − debits = closing on a credit account, else reversed. */
export interface Sums {
  opening: BaseUnits;
  debits: BaseUnits;
  credits: BaseUnits;
  closing: BaseUnits;
}

/** @param lines  newest first, at least one, none left out between them */
export function sumsOf(account: string, lines: Pick<StatementLine, 'debit' | 'credit' | 'balanceAfter'>[]): Sums {
  const sum = (amounts: (BaseUnits | null)[]) => amounts.reduce((total, each) => total + BigInt(each ?? 0), 0n);
  const debits = sum(lines.map(({ debit }) => debit));
  const credits = sum(lines.map(({ credit }) => credit));
  const closing = BigInt(lines[0]!.balanceAfter);
  const opening = standsInDebit(account) ? closing - debits + credits : closing + debits - credits;
  return {
    opening: opening.toString(),
    debits: debits.toString(),
    credits: credits.toString(),
    closing: closing.toString(),
  };
}

/** Balances are told positive on the side on which their account normally stands. */
const standsInDebit = (account: string): boolean => /^(assets|expenses|trading):/.test(account);
