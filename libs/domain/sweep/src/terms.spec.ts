import fc from 'fast-check';
import { canonicalTerms, type Terms } from './terms';

const text = fc.string({ maxLength: 12 });
const terms: fc.Arbitrary<Terms> = fc.record({
  flowId: text,
  kind: fc.constantFrom('sweep', 'top-up', 'refill', 'skim'),
  chain: text,
  assetId: text,
  fromAddress: text,
  toWalletId: text,
  toAddress: text,
  amount: fc.bigInt(0n, 99n),
  inputs: fc.array(fc.record({ transferId: text, amount: fc.bigInt(0n, 99n) }), { maxLength: 3 }),
  maxFee: fc.bigInt(0n, 99n),
  deadline: fc.date({ noInvalidDate: true }),
  mandateId: text,
  mandateVersion: fc.nat(9),
});

it('two terms have one text only if they are equal', () => {
  fc.assert(
    fc.property(terms, terms, fc.constantFrom(...Object.keys(EXAMPLE)), (one, other, field) => {
      const changed = { ...one, [field]: other[field as keyof Terms] };
      const isSame = JSON.stringify(changed, bigints) === JSON.stringify(one, bigints);
      expect(canonicalTerms(changed) === canonicalTerms(one)).toBe(isSame);
    }),
  );
});

it('fields cannot run into each other', () => {
  const one = canonicalTerms({ ...EXAMPLE, fromAddress: 'ab', toWalletId: 'c' });
  const other = canonicalTerms({ ...EXAMPLE, fromAddress: 'a', toWalletId: 'bc' });
  expect(one).not.toBe(other);
});

it('the text of given terms never changes: approvals of it outlive releases', () => {
  expect(canonicalTerms(EXAMPLE)).toBe(
    '23:tributary/flow-terms/v1' +
      '2:f15:sweep8:eip155:110:eip155:1/x3:0xa3:hot3:0xb3:9701:17:eip1/t13:9702:3024:2026-01-02T03:04:05.000Z1:m1:2',
  );
});

const EXAMPLE: Terms = {
  ...{ flowId: 'f1', kind: 'sweep', chain: 'eip155:1', assetId: 'eip155:1/x', fromAddress: '0xa' },
  ...{ toWalletId: 'hot', toAddress: '0xb', amount: 970n, inputs: [{ transferId: 'eip1/t1', amount: 970n }] },
  ...{ maxFee: 30n, deadline: new Date('2026-01-02T03:04:05Z'), mandateId: 'm', mandateVersion: 2 },
};

function bigints(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
