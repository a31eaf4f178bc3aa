import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc, { type Arbitrary } from 'fast-check';
import type { AvroSchema, Field } from './contract/contracts';
import type { RegistryLock } from './contract/lock';
import { defineEvent } from './define-event';
import { EventFormatError, type AnyEvent } from './event-type';
import { AssetListed, ClientClosed, ClientOpened, EVENTS, TransferSeen } from './index';

const LOCK = JSON.parse(readFileSync(resolve(__dirname, '../../../proto/registry.lock.json'), 'utf8')) as RegistryLock;

const OPENED = { version: 1, occurredAt: new Date(1_700_000_000_000), maker: 'ann', checker: null, clientId: 'c-1' };

const SEEN = {
  chain: 'eip155:1',
  occurredAt: new Date(1_700_000_000_000),
  transferId: 'eip155:1/0xaa/log:3',
  txid: '0xaa',
  index: 'log:3',
  assetId: 'eip155:1/slip44:60',
  from: { address: '0x01', owner: null },
  to: { address: '0x02', owner: { walletId: 'w', role: 'deposit', side: 'c', clientId: 'c-1' } },
  amount: 2n ** 255n,
  block: { height: 7, hash: '0xbb', time: new Date(1_700_000_000_000) },
  confirmations: 1,
  occurrence: 0,
  late: false,
} as const;

describe('an event on the wire', () => {
  it.each(Object.entries(EVENTS))(
    '%s decodes to what was encoded, whatever its values',
    (fullName, event: AnyEvent) => {
      const schema = LOCK[`${event.topic}-${fullName}`]?.at(-1)?.schema as AvroSchema;
      fc.assert(
        fc.property(anyValue(schema), (payload) => {
          expect(event.decode(event.encode(payload))).toEqual(payload);
        }),
        { numRuns: 50 },
      );
    },
  );

  it('of an earlier version of its schema reads with the fields that were added since at their defaults', () => {
    const first = '00' + '00000005' + '02' + '80a0abfef962' + '06616e6e' + '06632d31';
    expect(ClientOpened.decode(Buffer.from(first, 'hex'))).toEqual(OPENED);
  });

  it('is Confluent wire format: 00, schema id, then Avro binary', () => {
    expect(ClientOpened.schemaId).toBe(27);
    expect(ClientOpened.encode(OPENED).toString('hex')).toBe(
      '00' + '0000001b' + '02' + '80a0abfef962' + '06616e6e' + '06632d31' + '00',
    );
  });

  it('carries an amount beyond 64 bits to the unit', () => {
    expect(TransferSeen.decode(TransferSeen.encode(SEEN)).amount).toBe(
      57896044618658097711785492504343953926634992332820282019728792003956564819968n,
    );
  });

  it('is refused where it has a field that the contract does not declare', () => {
    expect(() => ClientOpened.encode({ ...OPENED, email: 'ann@example.org' } as never)).toThrow(
      /does not fit its contract/,
    );
  });

  it.each([
    ['a missing field', { ...SEEN, txid: undefined }],
    ['a float for an amount', { ...SEEN, amount: 1.5 }],
    ['more digits than the contract allows', { ...SEEN, amount: 10n ** 78n }],
    ['a symbol that the enum lacks', { ...SEEN, to: { ...SEEN.to, owner: { ...SEEN.to.owner, role: 'attic' } } }],
    ['an integer that no longer is exact', { ...SEEN, confirmations: 2 ** 53 }],
    ['an invalid date', { ...SEEN, occurredAt: new Date(NaN) }],
  ])('is refused with %s', (_, payload) => {
    expect(() => TransferSeen.encode(payload as never)).toThrow(EventFormatError);
  });

  it.each([
    ['another magic byte', Buffer.from('01000000040200', 'hex'), /not in Confluent wire format \(first byte 1\)/],
    ['no bytes', Buffer.alloc(0), /not in Confluent wire format \(first byte missing\)/],
    [
      'a schema id that is not registered',
      Buffer.from('000000270f0200', 'hex'),
      /Schema id 9999 is no version of ClientOpened/,
    ],
    ['the schema id of another event', AssetListed.encode(anAsset()), /is no version of ClientOpened/],
    ['a body cut short', ClientOpened.encode(OPENED).subarray(0, -2), /undecodable body/],
    ['bytes after its end', Buffer.concat([ClientOpened.encode(OPENED), Buffer.from([0])]), /undecodable body/],
  ])('is unreadable with %s, and says so', (_, bytes, message) => {
    expect(() => ClientOpened.decode(bytes)).toThrow(EventFormatError);
    expect(() => ClientOpened.decode(bytes)).toThrow(message);
  });
});

describe('the identity of an event', () => {
  it('is SHA-256 of its natural key and never changes', () => {
    expect(ClientOpened.idOf(OPENED)).toBe('d75d3b53a1def2ecb11114286960dc133b476f65cf0f523c56a090af254bb5b4');
    expect(TransferSeen.idOf(SEEN)).toBe('0b66ddabd95ab97c3d39e106c70b033727232cd605039ae11817c215bb7dca2b');
  });

  it('depends on nothing but the natural key', () => {
    expect(TransferSeen.idOf({ ...SEEN, occurredAt: new Date(0), confirmations: 9 })).toBe(TransferSeen.idOf(SEEN));
  });

  it('differs for another event of equal payload, another version and another occurrence', () => {
    const ids = [
      ClientOpened.idOf(OPENED),
      ClientClosed.idOf(OPENED),
      ClientOpened.idOf({ ...OPENED, version: 2 }),
      TransferSeen.idOf(SEEN),
      TransferSeen.idOf({ ...SEEN, occurrence: 1 }),
      TransferSeen.idOf({ ...SEEN, block: { ...SEEN.block, hash: '0xcc' } }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names stream and subject by the templates of the contract', () => {
    expect([TransferSeen.keyOf(SEEN), TransferSeen.subjectOf(SEEN)]).toEqual(['eip155:1', 'eip155:1/0xaa/log:3']);
    expect([ClientOpened.keyOf(OPENED), ClientOpened.subjectOf(OPENED)]).toEqual(['client/c-1', 'client/c-1']);
  });
});

interface Paid {
  readonly id: string;
  readonly amount: bigint;
  readonly occurredAt?: Date;
}

describe('an event of an earlier version', () => {
  const field = (name: string, type: unknown, more = {}) => ({ name, type, doc: name, ...more });
  const amount = { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 };
  const record = (...fields: object[]) => ({ type: 'record', name: 'Paid', namespace: 'test', fields });
  const contract = {
    name: 'Paid',
    namespace: 'test',
    topic: 't',
    key: '{id}',
    subject: '{id}',
    identity: ['id'],
  } as const;
  const first = { id: 1, schema: record(field('id', 'string'), field('amount', amount)) as never };
  const second = {
    id: 2,
    schema: record(
      field('id', 'string'),
      field('amount', amount),
      field('memo', ['null', 'string'], { default: null }),
    ) as never,
  };

  it('is read as the current one, with the default of each new field and every amount intact', () => {
    const old = defineEvent<'Paid', Paid>({ ...contract, versions: [first] });
    const current = defineEvent<'Paid', Paid & { memo: string | null }>({
      ...contract,
      versions: [first, second],
    });
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 255n), max: 2n ** 255n }), (value) => {
        expect(current.decode(old.encode({ id: 'p', amount: value }))).toEqual({ id: 'p', amount: value, memo: null });
      }),
    );
  });
});

function anAsset() {
  return {
    version: 1,
    occurredAt: new Date(0),
    maker: 'ann',
    checker: null,
    chain: 'eip155:1',
    assetId: 'eip155:1/slip44:60',
    symbol: 'ETH',
    decimals: 18,
    kind: 'native',
    contract: null,
    finality: { confirmed: 'blocks:2', finalized: 'tag:finalized' },
    effectiveFromBlock: null,
  } as const;
}

/** Any value that fits a full schema, edges of its ranges included. */
function anyValue(schema: AvroSchema, named = new Map<string, AvroSchema>(), namespace = ''): Arbitrary<unknown> {
  if (Array.isArray(schema)) return fc.oneof(...schema.map((branch: AvroSchema) => anyValue(branch, named, namespace)));
  if (typeof schema === 'string') {
    if (schema === 'null') return fc.constant(null);
    if (schema === 'string') return fc.string({ unit: 'grapheme' });
    if (schema === 'boolean') return fc.boolean();
    if (schema === 'int') return fc.integer();
    if (schema === 'long') return fc.maxSafeInteger();
    return anyValue(named.get(schema) as AvroSchema, named, namespace);
  }
  const node = schema as Readonly<Record<string, unknown>>;
  const space = (node['namespace'] as string | undefined) ?? namespace;
  if (node['name']) named.set(`${space}.${String(node['name'])}`, schema);
  if (node['logicalType'] === 'decimal') return fc.bigInt({ min: -(10n ** 78n) + 1n, max: 10n ** 78n - 1n });
  if (node['logicalType'] === 'timestamp-millis')
    return fc.date({ noInvalidDate: true, min: new Date(-(2 ** 51)), max: new Date(2 ** 51) });
  if (node['type'] === 'enum') return fc.constantFrom(...(node['symbols'] as string[]));
  if (node['type'] === 'array') return fc.array(anyValue(node['items'] as AvroSchema, named, space), { maxLength: 4 });
  const fields = (node['fields'] as Field[]).map(({ name, type }) => [name, anyValue(type, named, space)] as const);
  return fc.record(Object.fromEntries(fields));
}
