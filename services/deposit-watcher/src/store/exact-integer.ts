/** A bigint column that holds no more than 2^53, such as a block height, as number; the driver hands it over as text. */
export const exactInteger = {
  type: 'bigint',
  transformer: {
    to: (value: number | null): number | null => value,
    from: (text: string | null): number | null => (text === null ? null : Number(text)),
  },
} as const;
