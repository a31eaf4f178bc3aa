import { until } from './until';

it('answers what the check found, once it finds it', async () => {
  let tries = 0;
  expect(await until('three tries', () => (++tries === 3 ? tries : undefined), { everyMs: 1 })).toBe(3);
});

it('names what was waited for and why the check failed last', async () => {
  const check = (): never => {
    throw new Error('no');
  };
  await expect(until('the moon rises', check, { withinMs: 5, everyMs: 1 })).rejects.toMatchObject({
    message: 'Waited 5 ms in vain until the moon rises',
    cause: new Error('no'),
  });
});
