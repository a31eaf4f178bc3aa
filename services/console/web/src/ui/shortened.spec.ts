import { shortened, shortenedWithin } from './shortened';

it('keeps both ends of an address and a short value whole', () => {
  expect(shortened('0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045')).toEqual(['0xd8dA', '6045']);
  expect(shortened('acme')).toEqual(['acme', '']);
});

it('shortens the id of a flow inside an account path', () => {
  expect(shortenedWithin('assets:c:transit:sweep:0192f7a0-1111-7000-8000-000000000019')).toBe(
    'assets:c:transit:sweep:0192f…0019',
  );
});

it('shortens hashes inside an account path, and nothing else', () => {
  expect(shortenedWithin('assets:c:deposit:eip155:31337:0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045')).toBe(
    'assets:c:deposit:eip155:31337:0xd8dA…6045',
  );
  expect(shortenedWithin('liabilities:c:available:client-00000000001')).toBe(
    'liabilities:c:available:client-00000000001',
  );
});
