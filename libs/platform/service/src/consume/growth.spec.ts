import { Growth } from './growth';

it('a record is as old as the first look that saw it, however often others were consumed since', () => {
  const growth = new Growth();
  growth.note(10n, 1_000);
  growth.note(10n, 2_000);
  growth.note(20n, 3_000);
  growth.note(30n, 4_000);
  expect(growth.seenSince(0n)).toBe(1_000);
  expect(growth.seenSince(9n)).toBe(1_000);
  expect(growth.seenSince(10n)).toBe(3_000);
  expect(growth.seenSince(25n)).toBe(4_000);
  expect(growth.seenSince(30n)).toBeUndefined();
  growth.note(31n, 9_000);
  expect(growth.seenSince(30n)).toBe(9_000);
});

it('a log that grows for days is remembered in bounds, the oldest look the longest', () => {
  const growth = new Growth();
  for (let i = 1; i <= 100_000; i += 1) growth.note(BigInt(i), i);
  expect(growth.seenSince(0n)).toBe(1);
  expect(growth.seenSince(1n)).toBeGreaterThan(50_000);
  expect(growth.seenSince(99_000n)).toBe(99_001);
});
