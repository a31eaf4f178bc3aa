import { addressAccount, availableClaim, depositTransit, pendingClaim, suspense, transitAccount } from './account';
import { NETWORK_FEES, credit, outside, placeOf } from './place';

const transferId = 'eip155:31337/0xab/log:3';

describe('a node of the graph', () => {
  it.each([
    [outside('0xe'), { kind: 'outside', address: '0xe' }],
    [credit(transferId), { kind: 'credit', transferId }],
    [NETWORK_FEES, { kind: 'fees' }],
    [transitAccount('h', 'internal', 'f:1'), { kind: 'transit', side: 'h', flowKind: 'internal', flow: 'f:1' }],
    [depositTransit(transferId), { kind: 'transit', side: 'c', flowKind: 'deposit', flow: transferId }],
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
