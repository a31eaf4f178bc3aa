import { accountName } from './account-name';

it.each([
  ['liabilities:c:available:acme', { group: 'Client liabilities', name: 'available · acme' }],
  [
    'assets:h:hot:eip155:31337:0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045',
    { group: 'House assets', name: 'hot · 0xd8dA…6045' },
  ],
  [
    'liabilities:c:pending:acme:eip155:31337/0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060/log:0',
    { group: 'Client liabilities', name: 'pending · acme 0x5c50…2060' },
  ],
  ['equity:h:capital', { group: 'House equity', name: 'capital' }],
  ['trading:c:bridge:usdc', { group: 'Client trading', name: 'bridge · usdc' }],
])('reads %s', (account, name) => expect(accountName(account)).toEqual(name));
