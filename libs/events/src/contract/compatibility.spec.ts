import { createHash } from 'node:crypto';
import { lockFaults } from './compatibility';
import type { AvroSchema } from './contracts';
import type { LockedVersion } from './lock';

const decimal = (precision = 78, scale = 0) => ({ type: 'bytes', logicalType: 'decimal', precision, scale });
const state = (...symbols: string[]) => ({ type: 'enum', name: 'State', namespace: 'test', symbols });
const field = (name: string, type: unknown, more: object = {}) => ({ name, type, doc: name, ...more });
const STANDING = [field('id', 'string'), field('amount', decimal()), field('state', state('seen', 'final'))];

function paid(fields: readonly object[], more: object = {}): AvroSchema {
  return {
    type: 'record',
    name: 'Paid',
    namespace: 'test',
    topic: 't',
    key: '{id}',
    subject: '{id}',
    identity: ['id'],
    fields,
    ...more,
  };
}

function locked(schema: AvroSchema, version: number): LockedVersion {
  return { id: version, version, schema, sha256: createHash('sha256').update(JSON.stringify(schema)).digest('hex') };
}

/** Faults of a subject whose versions are these. */
function faultsOf(...schemas: AvroSchema[]): string {
  return lockFaults({ 't-test.Paid': schemas.map((schema, place) => locked(schema, place + 1)) }).join('\n');
}

/** The standing fields with one put in place of its namesake, or added. */
function withField(changed: { readonly name: string }): object[] {
  const others = STANDING.map((field) => (field.name === changed.name ? changed : field));
  return others.includes(changed as never) ? others : [...others, changed];
}

describe('a changed contract', () => {
  it('may gain and lose fields that have a default', () => {
    const gained = paid(withField(field('memo', ['null', 'string'], { default: null })));
    expect(faultsOf(paid(STANDING), gained, paid(STANDING))).toBe('');
  });

  it.each([
    ['a field without default', paid(withField(field('memo', 'string'))), 'the newer cannot read the older'],
    ['a field less that had no default', paid(STANDING.slice(1)), 'the older cannot read the newer'],
    ['another type', paid(withField(field('id', 'long'))), 'the newer cannot read the older'],
    ['a widened integer', paid(withField(field('count', 'long', { default: 0 }))), ''],
    ['another precision', paid(withField(field('amount', decimal(38)))), 'test.Paid.amount is frozen'],
    ['a logical type dropped', paid(withField(field('amount', 'bytes'))), 'test.Paid.amount is frozen'],
    [
      'another logical type',
      paid(withField(field('amount', { type: 'bytes', logicalType: 'timestamp-millis' }))),
      'cannot read',
    ],
    ['a symbol more', paid(withField(field('state', state('seen', 'final', 'gone')))), 'test.State is frozen'],
    ['a symbol less', paid(withField(field('state', state('seen')))), 'test.State is frozen'],
    ['symbols in another order', paid(withField(field('state', state('final', 'seen')))), 'test.State is frozen'],
    ['another key', paid(STANDING, { key: '{amount}' }), 'test.Paid is frozen'],
    ['another subject', paid(STANDING, { subject: '{amount}' }), 'test.Paid is frozen'],
    ['another identity', paid(STANDING, { identity: ['id', 'amount'] }), 'test.Paid is frozen'],
  ])('with %s is judged', (_, changed, expected) => {
    const faults = faultsOf(paid(STANDING), changed);
    if (expected === '') expect(faults).toBe('');
    else expect(faults).toContain(expected);
  });

  it('is held against every earlier version, not the last alone', () => {
    const first = paid(withField(field('memo', 'string', { default: '' })));
    const third = paid(withField(field('memo', 'long', { default: 0 })));
    expect(faultsOf(first, paid(STANDING))).toBe('');
    expect(faultsOf(paid(STANDING), third)).toBe('');
    expect(faultsOf(first, paid(STANDING), third)).toMatch(/^t-test.Paid versions 1 and 3: /);
  });

  it.each([2, 4])('may not have a decimal of scale %i at all: avsc reads one scale as another', (scale) => {
    expect(() => faultsOf(paid(STANDING), paid(withField(field('amount', decimal(78, scale)))))).not.toThrow();
    expect(faultsOf(paid(STANDING), paid(withField(field('amount', decimal(78, scale)))))).toContain(
      'test.Paid.amount is frozen',
    );
  });
});

describe('the lock', () => {
  const version = locked(paid(STANDING), 1);

  it('shows a registered schema that was altered', () => {
    const altered = { ...version, schema: paid(STANDING, { doc: 'altered' }) };
    expect(lockFaults({ 't-test.Paid': [altered] }).join()).toContain('the schema is not the one registered');
  });

  it('shows a schema id that two versions share', () => {
    expect(lockFaults({ a: [version], b: [version] }).join()).toContain('schema id 1 belongs to a version 1');
  });

  it('shows a version out of its place', () => {
    expect(lockFaults({ a: [{ ...version, version: 2 }] }).join()).toContain('version 2 stands at place 1');
  });
});
