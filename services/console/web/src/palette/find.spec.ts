import { choiceOf, screensFor, type Found } from './find';

const found: Found = { kind: 'deposit', id: 'eip155:1/0xab/native', by: 'id', text: 'x', book: null, account: null };

it('leads each kind to a screen that shows it', () => {
  expect(choiceOf(found)).toMatchObject({ to: '/deposits/eip155%3A1%2F0xab%2Fnative', text: 'eip155:1/0xab/native' });
  expect(choiceOf({ ...found, by: 'transaction', text: '0xab' })).toMatchObject({
    text: '0xab',
    note: 'by its transaction',
  });
  const account = { ...found, kind: 'account', id: 'assets:c:hot:x', book: 'eip155:1/slip44:60' } as const;
  expect(choiceOf(account).search).toEqual({ book: 'eip155:1/slip44:60', account: 'assets:c:hot:x' });
  expect(choiceOf({ ...account, kind: 'entry', id: 'e1', account: 'a' }).search).toEqual({
    book: 'eip155:1/slip44:60',
    account: 'a',
    entry: 'e1',
  });
});

it('offers every screen before something is typed', () => {
  const screens = ['Flow', 'Deposits'].map((name) => ({ name, to: `/${name}`, key: 'x' }));
  expect(screensFor('', screens)).toHaveLength(2);
  expect(screensFor('dep', screens).map(({ text }) => text)).toEqual(['Deposits']);
});
