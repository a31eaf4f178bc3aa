import { table } from './table';

test('columns are as wide as their widest cell', () => {
  expect(
    table(
      ['part', 'pid'],
      [
        ['kafka', '7'],
        ['a', '12345'],
      ],
    ),
  ).toBe('part   pid\nkafka  7\na      12345');
});
