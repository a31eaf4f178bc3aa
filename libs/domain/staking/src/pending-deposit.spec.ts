import fc from 'fast-check';
import { appliedDeposits, type PendingDeposit } from './pending-deposit';

const deposits = fc.record({
  pubkey: fc.constantFrom('0xa', '0xb'),
  withdrawalCredentials: fc.constant('0x01'),
  amountGwei: fc.constantFrom(1n, 32n),
  signature: fc.constant('0x5'),
  slot: fc.bigInt(0n, 2n),
});

it('finds what was applied, in order, among deposits that are postponed or new, and equal ones', () => {
  const queues = fc.record({
    before: fc.array(fc.tuple(deposits, fc.boolean()), { maxLength: 8 }),
    taken: fc.nat(8),
    added: fc.array(deposits, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(queues, ({ before, taken, added }) => {
      const processed = before.slice(0, taken);
      const applied = processed.filter(([, isPostponed]) => !isPostponed).map(([deposit]) => deposit);
      const postponed = processed.filter(([, isPostponed]) => isPostponed).map(([deposit]) => deposit);
      const waiting = before.slice(taken).map(([deposit]) => deposit);
      const brought = added.map((deposit): PendingDeposit => ({ ...deposit, slot: 90n }));
      const found = appliedDeposits(
        before.map(([deposit]) => deposit),
        [...waiting, ...postponed, ...brought],
      );
      const sorted = (list: readonly PendingDeposit[]) =>
        list.map(({ pubkey, amountGwei, slot }) => [pubkey, amountGwei, slot].join(' ')).sort();
      expect(sorted(found)).toEqual(sorted(applied));
    }),
  );
});
