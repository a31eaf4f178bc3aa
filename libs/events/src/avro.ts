import avro, { type Schema, type Type } from 'avsc';

/** Avro `decimal` of scale 0 as bigint: base units of an asset, two's complement, big-endian. */
class BaseUnits extends avro.types.LogicalType {
  /** The first amount with more digits than the contract's precision; PostgreSQL's numeric(78,0) would refuse it too. */
  private readonly limit: bigint;

  constructor(schema: Schema, options?: unknown) {
    super(schema, options);
    const { precision, scale = 0 } = schema as { readonly precision?: number; readonly scale?: number };
    if (!precision || scale !== 0) {
      throw new Error(`decimal(${precision}, ${scale}): amounts are whole base units; give a precision, and scale 0`);
    }
    this.limit = 10n ** BigInt(precision);
  }

  protected override _fromValue(bytes: Buffer): bigint {
    if (bytes.length === 0) return 0n;
    return BigInt.asIntN(bytes.length * 8, BigInt(`0x${bytes.toString('hex')}`));
  }

  protected override _toValue(amount: unknown): Buffer | undefined {
    if (typeof amount !== 'bigint' || amount >= this.limit || amount <= -this.limit) return undefined;
    let byteCount = 1;
    while (BigInt.asIntN(byteCount * 8, amount) !== amount) byteCount += 1;
    return Buffer.from(
      BigInt.asUintN(byteCount * 8, amount)
        .toString(16)
        .padStart(byteCount * 2, '0'),
      'hex',
    );
  }

  /** Resolves with a decimal of the same precision alone. avsc by itself reads scale 2 as scale 4. */
  protected override _resolve(type: Type): ((amount: bigint) => bigint) | undefined {
    return type instanceof BaseUnits && type.limit === this.limit ? (amount) => amount : undefined;
  }
}

/** Avro `timestamp-millis` as Date; avsc writes a `long` below -2^52 wrongly, so nothing that far out is taken. */
class Timestamp extends avro.types.LogicalType {
  protected override _fromValue(ms: number): Date {
    return new Date(ms);
  }

  protected override _toValue(value: unknown): number | undefined {
    return value instanceof Date && Math.abs(value.getTime()) < 2 ** 52 ? value.getTime() : undefined;
  }

  protected override _resolve(type: Type): ((time: Date) => Date) | undefined {
    return type instanceof Timestamp ? (time) => time : undefined;
  }
}

/** A plain Avro `long` as number, exact in all of its range and refused beyond 2^53. */
const EXACT_LONG = avro.types.LongType.__with({
  fromBuffer: (bytes: Buffer) => {
    const value = bytes.readBigInt64LE();
    if (!Number.isSafeInteger(Number(value))) throw new Error(`the long ${value} does not fit a number exactly`);
    return Number(value);
  },
  toBuffer: (value: number) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(value));
    return bytes;
  },
  fromJSON: Number,
  toJSON: Number,
  isValid: Number.isSafeInteger,
  compare: (one: number, other: number) => Math.sign(one - other),
});

/**
 * Builds the codec of one full schema; a union is read as its bare value.
 *
 * @throws a logical type is ill-formed: avsc left alone would fall back to the bare bytes without a word
 */
export function avroType(schema: Schema): Type {
  return avro.Type.forSchema(schema, {
    logicalTypes: { decimal: BaseUnits, 'timestamp-millis': Timestamp },
    // A hook, as avsc ignores an entry of its `registry` for {"type": "long", ...}.
    typeHook: (part) => (part === 'long' || isPlainLong(part) ? EXACT_LONG : undefined),
    assertLogicalTypes: true,
    omitRecordMethods: true,
    wrapUnions: 'never',
  });
}

function isPlainLong(schema: Schema): boolean {
  const { type, logicalType } = schema as { readonly type?: unknown; readonly logicalType?: string };
  return type === 'long' && !logicalType;
}
