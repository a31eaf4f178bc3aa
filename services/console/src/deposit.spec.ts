import { arrivalOf } from './deposit';

const outside = { address: '0x01', owner: null };
const ours = (side: 'c' | 'h', clientId: string | null) => ({
  address: '0x02',
  owner: { walletId: 'w', role: 'deposit', side, clientId } as const,
});

describe('a transfer is', () => {
  it.each([
    ["a client's deposit, from outside to a client's address", outside, ours('c', 'CL-1'), 'client'],
    ['a deposit in suspense, to an address of side c that is nobody’s', outside, ours('c', null), 'suspense'],
    ["capital, to the house's", outside, ours('h', null), 'capital'],
    ['no deposit, between ours', ours('c', 'CL-1'), ours('h', null), undefined],
    ['no deposit, to outside', ours('c', 'CL-1'), outside, undefined],
  ])('%s', (_, from, to, kind) => expect(arrivalOf(from, to)?.kind).toBe(kind));
});
