/**
 * What somebody typed as an amount, in base units: `1.5` of an asset with 18 decimals is 1500000000000000000.
 *
 * @returns the base units, over zero; or what is wrong with the text
 */
export function parseAmount(text: string, decimals: number): bigint | string {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text.trim().replaceAll(',', ''));
  if (!match) return 'Write digits and a point, such as 12.5';
  const [, whole = '', fraction = ''] = match;
  if (fraction.length > decimals) return `This asset has ${decimals} decimals: nothing is rounded`;
  const units = BigInt(whole + fraction.padEnd(decimals, '0'));
  return units === 0n ? 'Write an amount over zero' : units;
}
