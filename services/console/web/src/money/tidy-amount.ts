import { exactAmount } from './amount';

/** The exact amount as a sentence says it: `15,000`, `0.018`; no digit is cut, no zero trails. */
export function tidyAmount(baseUnits: string, decimals: number): string {
  const [whole = '', fraction = ''] = exactAmount(baseUnits, decimals).split('.');
  const significant = fraction.replace(/0+$/, '');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (significant && `.${significant}`);
}
