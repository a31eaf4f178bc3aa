/** Digits after the point that a table shows; the rest is there on copy. */
export const SHOWN_DECIMALS = 6;

/** An exact amount, split as it is set in type. */
export interface AmountParts {
  negative: boolean;
  /** digits in groups of three, most significant first */
  groups: string[];
  /** the first decimals, at most SHOWN_DECIMALS */
  shown: string;
  /** the further decimals, without which the amount is not exact; empty if all are zero */
  rest: string;
}

/** @param baseUnits decimal digits, possibly with a sign */
export function amountParts(baseUnits: string, decimals: number): AmountParts {
  const negative = baseUnits.startsWith('-');
  const digits = (negative ? baseUnits.slice(1) : baseUnits).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals);
  const rest = fraction.slice(SHOWN_DECIMALS);
  return {
    negative,
    groups: whole.replace(/\B(?=(\d{3})+$)/g, ',').split(','),
    shown: fraction.slice(0, SHOWN_DECIMALS),
    rest: /[1-9]/.test(rest) ? rest : '',
  };
}

/** The amount in full, as another program reads it: `1840.415000000000000001`. */
export function exactAmount(baseUnits: string, decimals: number): string {
  const { negative, groups, shown, rest } = amountParts(baseUnits, decimals);
  return `${negative ? '-' : ''}${groups.join('')}${shown ? `.${shown}${rest}` : ''}`;
}

/**
 * The amount for a label, cut (never rounded up) to four digits or so: `1,840.41`, `0.00031`, `12.4M`.
 * Below 0.000001 of the unit: `<0.000001`.
 */
export function briefAmount(baseUnits: string, decimals: number): string {
  const { negative, groups, shown } = amountParts(baseUnits, decimals);
  const sign = negative ? '−' : '';
  const whole = groups.join('');
  for (const [digits, suffix] of [
    [12, 'T'],
    [9, 'B'],
    [6, 'M'],
  ] as const) {
    if (whole.length > digits) {
      const head = whole.slice(0, whole.length - digits);
      return `${sign}${group(head)}${cut(whole.slice(-digits), 2)}${suffix}`;
    }
  }
  if (whole !== '0') return `${sign}${group(whole)}${cut(shown, whole.length > 3 ? 2 : 4)}`;
  if (/[1-9]/.test(shown)) return `${sign}0.${shown.replace(/0+$/, '')}`;
  return /[1-9]/.test(baseUnits) ? `${sign}<0.000001` : '0';
}

const group = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',');

function cut(fraction: string, places: number): string {
  const kept = fraction.slice(0, places).replace(/0+$/, '');
  return kept ? `.${kept}` : '';
}

export function sumOf(amounts: readonly string[]): string {
  return amounts.reduce((sum, amount) => sum + BigInt(amount), 0n).toString();
}

/** The share of a whole in hundredths of a percent, rounded down; 0 of nothing. */
export function shareOf(part: string, whole: string): number {
  return BigInt(whole) === 0n ? 0 : Number((BigInt(part) * 10_000n) / BigInt(whole));
}
