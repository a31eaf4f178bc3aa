import fc from 'fast-check';
import { fifoInputs, type Credit } from './fifo-inputs';

const amounts = fc.array(fc.bigInt(1n, 50n), { minLength: 1, maxLength: 12 });
const creditsOf = (sizes: readonly bigint[]): Credit[] => sizes.map((amount, i) => ({ transferId: `t${i}`, amount }));
const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);

it('a movement draws on exactly the units that a queue would hand out', () => {
  fc.assert(
    fc.property(amounts, fc.nat(1000), fc.nat(1000), (sizes, held, taken) => {
      const total = sum(sizes);
      const left = BigInt(held) % (total + 1n);
      const amount = left === 0n ? 0n : BigInt(taken) % (left + 1n);
      const inputs = fifoInputs(creditsOf(sizes), left, amount);

      const queue = sizes.flatMap((size, i) => Array.from({ length: Number(size) }, () => `t${i}`));
      const handed = queue.slice(Number(total - left), Number(total - left + amount));
      expect(inputs.flatMap((input) => Array.from({ length: Number(input.amount) }, () => input.transferId))).toEqual(
        handed,
      );
    }),
  );
});

it('movements one after the other never draw on the same unit', () => {
  fc.assert(
    fc.property(amounts, (sizes) => {
      const drawn = new Map<string, bigint>();
      for (let held = sum(sizes); held > 0n;) {
        const amount = held > 7n ? 7n : held;
        for (const input of fifoInputs(creditsOf(sizes), held, amount)) {
          drawn.set(input.transferId, (drawn.get(input.transferId) ?? 0n) + input.amount);
        }
        held -= amount;
      }
      expect([...drawn.values()]).toEqual(sizes);
    }),
  );
});

it.each([
  ['more than is held', 5n, 6n],
  ['more held than ever came in', 11n, 1n],
])('%s is a broken invariant', (_, held, amount) => {
  expect(() => fifoInputs([{ transferId: 'a', amount: 10n }], held, amount)).toThrow('cannot draw on');
});
