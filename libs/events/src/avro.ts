import avro, { type Schema, type Type } from 'avsc';

/** Avro `decimal` of scale 0 as bigint: base units of an asset, two's complement, big-endian. */
class BaseUnits extends avro.types.LogicalType {
  protected override _fromValue(bytes: Buffer): bigint {
    if (bytes.length === 0) return 0n;
    return BigInt.asIntN(bytes.length * 8, BigInt(`0x${bytes.toString('hex')}`));
  }

  protected override _toValue(amount: unknown): Buffer | undefined {
    if (typeof amount !== 'bigint') return undefined;
    let byteCount = 1;
    while (BigInt.asIntN(byteCount * 8, amount) !== amount) byteCount += 1;
    return Buffer.from(
      BigInt.asUintN(byteCount * 8, amount)
        .toString(16)
        .padStart(byteCount * 2, '0'),
      'hex',
    );
  }

  /** Two schemas resolve only at one scale: avsc itself would read scale 2 as scale 4. */
  protected override _resolve(type: Type): ((value: Buffer) => bigint) | undefined {
    return type instanceof BaseUnits ? (bytes) => this._fromValue(bytes) : undefined;
  }
}

/** Avro `timestamp-millis` as Date. */
class Timestamp extends avro.types.LogicalType {
  protected override _fromValue(ms: number): Date {
    return new Date(ms);
  }

  protected override _toValue(value: unknown): number | undefined {
    return value instanceof Date && !Number.isNaN(value.getTime()) ? value.getTime() : undefined;
  }

  protected override _resolve(type: Type): ((ms: number) => Date) | undefined {
    return type instanceof Timestamp ? (ms) => this._fromValue(ms) : undefined;
  }
}

/** Builds the codec of one full schema; a union is read as its bare value. */
export function avroType(schema: Schema): Type {
  return avro.Type.forSchema(schema, {
    logicalTypes: { decimal: BaseUnits, 'timestamp-millis': Timestamp },
    wrapUnions: 'never',
  });
}
