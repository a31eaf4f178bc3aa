/** numeric(78,0) <-> bigint; the driver hands a numeric over as text. */
export const baseUnits = {
  type: 'numeric',
  precision: 78,
  scale: 0,
  transformer: { to: (amount: bigint) => amount.toString(), from: (text: string) => BigInt(text) },
} as const;
