import type { Definition } from './contracts';
import { documentationFaults } from './documentation';

const decimal = { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 };
const time = { type: 'long', logicalType: 'timestamp-millis' };

function faultsOf(type: unknown, doc: string | undefined): string {
  const fields = [{ name: 'it', type, doc }];
  return documentationFaults([
    { type: 'record', name: 'Paid', namespace: 't', doc: 'Paid.', fields } as Definition,
  ]).join();
}

describe('the documentation of a contract', () => {
  it.each([
    ['no doc', 'string', undefined, 'Paid.it has no doc'],
    ['an amount without its unit', decimal, 'Value moved.', 'names no unit'],
    ['an optional amount without its unit', ['null', decimal], 'Value moved.', 'names no unit'],
    ['a time without its zone', time, 'When it happened.', 'names no unit'],
    ['a number of nothing', 'long', 'The number.', 'names no unit'],
  ])('has a fault with %s', (_, type, doc, fault) => {
    expect(faultsOf(type, doc)).toContain(fault);
  });

  it.each([
    ['text', 'string', 'Its name.'],
    ['an amount', decimal, 'Value moved, in base units.'],
    ['a time', time, 'When it happened, UTC.'],
    ['a count', 'int', 'Decimal places of one whole unit.'],
  ])('is whole with %s and its unit', (_, type, doc) => {
    expect(faultsOf(type, doc)).toBe('');
  });

  it('is looked for inside nested records and arrays too', () => {
    const items = {
      type: 'record',
      name: 'Part',
      doc: 'Part.',
      fields: [{ name: 'amount', type: decimal, doc: 'Value.' }],
    };
    expect(faultsOf({ type: 'array', items }, 'Parts.')).toContain('Part.amount');
  });
});
