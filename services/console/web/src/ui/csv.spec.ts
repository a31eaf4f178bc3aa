import { csvOf } from './csv';

it('quotes what holds a comma, a quote or a line, and doubles quotes', () => {
  expect(
    csvOf(
      ['a', 'b'],
      [
        ['x,y', 'say "no"'],
        ['line\nbreak', '1'],
      ],
    ),
  ).toBe('a,b\r\n"x,y","say ""no"""\r\n"line\nbreak",1\r\n');
});

it('keeps a name from being read as a formula, and a negative amount a number', () => {
  expect(csvOf(['a'], [['=1+1'], ['@x'], ['-5.0'], ['-x']])).toBe("a\r\n'=1+1\r\n'@x\r\n-5.0\r\n'-x\r\n");
});
