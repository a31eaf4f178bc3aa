import { leasesOf } from './lease';
import { permit, type Mandate, type Movement } from './mandate';

const MANDATE: Mandate = {
  ...{ mandateId: 'm', version: 1, enabled: true, kind: 'sweep', assetId: 'eth', fromRole: 'deposit' },
  ...{ toWalletId: 'hot', automaticUpTo: 100n, limit: 1000n },
};
const MOVEMENT: Movement = {
  ...{ kind: 'sweep', assetId: 'eth', amount: 50n },
  from: { walletId: 'deposits', role: 'deposit', side: 'c' },
  to: { walletId: 'hot', side: 'c' },
};

it.each([
  ['up to its automatic amount it moves by itself', 100n, false],
  ['over that it waits for an approver', 101n, true],
  ['up to its limit', 1000n, true],
])('%s', (_, amount, needsApproval) => {
  expect(permit([MANDATE], { ...MOVEMENT, amount })).toEqual({ mandate: MANDATE, needsApproval });
});

it.each<[string, readonly Mandate[], Partial<Movement>, string]>([
  ['without a mandate', [], {}, 'no-mandate'],
  ['under a withdrawn one', [{ ...MANDATE, enabled: false }], {}, 'no-mandate'],
  ['of another kind', [MANDATE], { kind: 'skim' }, 'no-mandate'],
  ['of another asset', [MANDATE], { assetId: 'usd' }, 'no-mandate'],
  ['from wallets of another role', [MANDATE], { from: { ...MOVEMENT.from, role: 'warm' } }, 'no-mandate'],
  ['to another wallet', [MANDATE], { to: { walletId: 'attic', side: 'c' } }, 'no-mandate'],
  ['over its limit', [MANDATE], { amount: 1001n }, 'over-limit'],
  ['of nothing', [MANDATE], { amount: 0n }, 'no-amount'],
  ["of the clients' money to the house", [MANDATE], { to: { walletId: 'hot', side: 'h' } }, 'crosses-sides'],
])('nothing moves %s', (_, mandates, change, code) => {
  expect(permit(mandates, { ...MOVEMENT, ...change })).toMatchObject({ code, message: expect.any(String) });
});

it('gas may go from the house to any address under a mandate to top up', () => {
  const mandate: Mandate = { ...MANDATE, kind: 'top-up', fromRole: 'gas', toWalletId: null };
  const from = { walletId: 'gas', role: 'gas', side: 'h' } as const;
  expect(permit([mandate], { ...MOVEMENT, kind: 'top-up', from, to: MOVEMENT.from })).toMatchObject({ mandate });
});

describe('leases', () => {
  const claim = { nativeAssetId: 'eth', fromAddress: 'a', toAddress: 'b' };
  it('two sweeps of one address always meet in a lease, whatever they move', () => {
    const [ether, token] = (['eth', 'usd'] as const).map((assetId) => leasesOf({ ...claim, kind: 'sweep', assetId }));
    expect(ether!.filter((resource) => token!.includes(resource))).toEqual(['a/eth']);
  });
  it('top-ups of two addresses out of one gas wallet do not', () => {
    const one = leasesOf({ ...claim, kind: 'top-up', assetId: 'eth' });
    const other = leasesOf({ ...claim, kind: 'top-up', assetId: 'eth', toAddress: 'c' });
    expect(one.some((resource) => other.includes(resource))).toBe(false);
  });
  it('a movement by hand has its asset at its address', () => {
    expect(leasesOf({ ...claim, kind: 'skim', assetId: 'usd' })).toEqual(['a/usd']);
  });
});
