/** numeric(78,0) <-> bigint; the driver hands a numeric over as text. */
export const baseUnits = {
  to: (amount: bigint): string => amount.toString(),
  from: (text: string): bigint => BigInt(text),
};
