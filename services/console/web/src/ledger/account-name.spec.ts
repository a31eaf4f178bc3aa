import { accountName } from './account-name';

it.each([
  ['liabilities:c:available:acme', { group: 'Client liabilities', name: 'available · acme' }],
  [
    'assets:h:hot:eip155:31337:0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045',
    { group: 'House assets', name: 'hot · eip155:31337:0xd8dA…6045' },
  ],
  ['equity:h:capital', { group: 'House equity', name: 'capital' }],
  ['trading:c:bridge:usdc', { group: 'Client trading', name: 'bridge · usdc' }],
])('reads %s', (account, name) => expect(accountName(account)).toEqual(name));
