/** numeric(78,0) <-> bigint; the driver hands a numeric over as text. */
export const baseUnits = {
  type: 'numeric',
  precision: 78,
  scale: 0,
  transformer: {
    to: (amount: bigint | null | undefined): string | null | undefined => amount?.toString() ?? (amount as null),
    from: (text: string | null): bigint | null => (text === null ? null : BigInt(text)),
  },
} as const;
