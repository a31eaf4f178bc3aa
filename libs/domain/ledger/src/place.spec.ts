import { addressAccount, availableClaim, depositTransit, pendingClaim, suspense } from './account';
import { credit, outside, placeOf } from './place';

const transferId = 'eip155:31337/0xab/log:3';

describe('a node of the graph', () => {
  it.each([
    [outside('0xe'), { kind: 'outside', address: '0xe' }],
    [credit(transferId), { kind: 'credit', transferId }],
    [depositTransit(transferId), { kind: 'transit', flowKind: 'deposit', flow: transferId }],
    [
      addressAccount('h', 'gas', 'eip155:1', '0xf'),
      { kind: 'address', side: 'h', role: 'gas', chain: 'eip155:1', address: '0xf' },
    ],
    [pendingClaim('a:b', transferId), { kind: 'pending', clientId: 'a:b', transferId }],
    [availableClaim('a:b'), { kind: 'available', clientId: 'a:b' }],
    [suspense(transferId), { kind: 'suspense', transferId }],
    ['equity:h:capital', { kind: 'account', account: 'equity:h:capital' }],
  ])('is read back from its id: %s', (node, place) => {
    expect(placeOf(node)).toEqual(place);
  });
});
