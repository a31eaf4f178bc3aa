/** Why a text is no amount of an asset. */
export interface AmountError {
  readonly code: 'amount-malformed' | 'amount-too-precise';
  readonly message: string;
}

const DECIMAL = /^(0|[1-9]\d*)(?:\.(\d+))?$/;

/**
 * Reads a decimal text of whole units as base units: `parseAmount('1.5', 18)` is 1.5 * 10^18.
 *
 * Nothing is rounded: a text with more decimal places than the asset has is refused.
 *
 * @param decimals  decimal places of one whole unit, >= 0
 */
export function parseAmount(text: string, decimals: number): bigint | AmountError {
  const match = DECIMAL.exec(text);
  if (!match) {
    return {
      code: 'amount-malformed',
      message: `"${text}" is no amount: write digits with at most one point, e.g. 12.5`,
    };
  }
  const [, whole = '0', fraction = ''] = match;
  if (fraction.length > decimals) {
    return {
      code: 'amount-too-precise',
      message: `"${text}" has ${fraction.length} decimal places, the asset has ${decimals}: leave out ${fraction.length - decimals}`,
    };
  }
  return BigInt(whole + fraction.padEnd(decimals, '0'));
}

/** Writes base units as a decimal text with every decimal place of the asset, exactly. */
export function formatAmount(amount: bigint, decimals: number): string {
  const sign = amount < 0n ? '-' : '';
  const digits = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(digits.length - decimals)}`;
}
