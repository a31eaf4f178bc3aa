import { allocateAddress } from './allocate-address';
import { createWallet } from './create-wallet';
import { listAsset } from './list-asset';
import { setMandate } from './set-mandate';

const ASSET = { chain: 'eip155:1', kind: 'native', symbol: 'ETH', decimals: 18 };
const TOKEN = { ...ASSET, kind: 'erc20', symbol: 'DAI', contract: '0x6B175474E89094C44Da98b954EedeAC495271d0F' };
const ADDRESS = { chain: 'eip155:1', address: TOKEN.contract, walletId: 'w' };
const WALLET = { walletId: 'w', chain: 'eip155:1', role: 'hot', side: 'h', label: 'Hot' };
const MANDATE = {
  mandateId: 'eth-sweep',
  assetId: 'eip155:1/slip44:60',
  kind: 'sweep',
  fromRole: 'deposit',
  toWalletId: 'hot',
  threshold: '5',
  limit: '100',
  maxFee: '1',
};

describe('an item of a change', () => {
  it('has its defaults and reads addresses in canonical form', () => {
    expect(listAsset.item.parse(TOKEN)).toMatchObject({
      contract: TOKEN.contract.toLowerCase(),
      finality: { confirmed: 'blocks:2', finalized: 'tag:finalized' },
      effectiveFromBlock: null,
    });
    expect(allocateAddress.item.parse(ADDRESS)).toMatchObject({
      address: TOKEN.contract.toLowerCase(),
      clientId: null,
      derivationPath: null,
    });
    expect(setMandate.item.parse(MANDATE)).toMatchObject({ enabled: true, automaticUpTo: '0', validForSeconds: 3600 });
  });

  it.each([
    ['an unknown chain', listAsset, { ...ASSET, chain: 'ethereum' }, 'chain'],
    ['decimals out of range', listAsset, { ...ASSET, decimals: 37 }, 'decimals'],
    ['decimals with a fraction', listAsset, { ...ASSET, decimals: 1.5 }, 'decimals'],
    ['a contract of a native asset', listAsset, { ...TOKEN, kind: 'native' }, 'contract'],
    ['a token without contract', listAsset, { ...ASSET, kind: 'erc20' }, 'contract'],
    [
      'a contract with a wrong checksum',
      listAsset,
      { ...TOKEN, contract: TOKEN.contract.replace('6B', '6b') },
      'contract',
    ],
    ['a blank symbol', listAsset, { ...ASSET, symbol: ' ' }, 'symbol'],
    ['a threshold of no known form', listAsset, { ...ASSET, finality: { confirmed: 'soon' } }, 'finality.confirmed'],
    [
      'final before confirmed',
      listAsset,
      { ...ASSET, finality: { confirmed: 'blocks:9', finalized: 'blocks:2' } },
      'finality.finalized',
    ],
    ['a negative block', listAsset, { ...ASSET, effectiveFromBlock: -1 }, 'effectiveFromBlock'],
    ['a malformed address', allocateAddress, { ...ADDRESS, address: '0x12' }, 'address'],
    [
      'an address with a wrong checksum',
      allocateAddress,
      { ...ADDRESS, address: ADDRESS.address.replace('6B', '6b') },
      'address',
    ],
    ['a path that is none', allocateAddress, { ...ADDRESS, derivationPath: '44/60' }, 'derivationPath'],
    ['an id that would break an account name', createWallet, { ...WALLET, walletId: 'hot:1' }, 'walletId'],
    ['an unknown role', createWallet, { ...WALLET, role: 'attic' }, 'role'],
    ['half a character in its label', createWallet, { ...WALLET, label: 'Hot \ud83d' }, 'label'],
    ['an amount with a fraction', setMandate, { ...MANDATE, limit: '1.5' }, 'limit'],
    ['an amount as a number', setMandate, { ...MANDATE, maxFee: 5 }, 'maxFee'],
    ['a plan that waits for ever', setMandate, { ...MANDATE, validForSeconds: 604_801 }, 'validForSeconds'],
  ])('is refused with %s, and the field is named', (_, { item }, given, field) => {
    const issues = item.safeParse(given).error?.issues ?? [];
    expect(issues.map(({ path }) => path.join('.'))).toEqual([field]);
  });

  it('is refused with a field that the kind of change does not know', () => {
    expect(createWallet.item.safeParse({ ...WALLET, colour: 'red' }).error?.issues[0]?.message).toContain('colour');
  });
});
