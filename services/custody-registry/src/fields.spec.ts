import { AllocateAddress } from './allocate-address';
import { CreateWallet } from './create-wallet';
import { ListAsset } from './list-asset';

const ASSET = { chain: 'eip155:1', kind: 'native', symbol: 'ETH', decimals: 18, maker: 'ann' };
const TOKEN = { ...ASSET, kind: 'erc20', symbol: 'DAI', contract: '0x6B175474E89094C44Da98b954EedeAC495271d0F' };
const ADDRESS = { chain: 'eip155:1', address: TOKEN.contract, walletId: 'w', maker: 'ann' };
const WALLET = { walletId: 'w', chain: 'eip155:1', role: 'hot', side: 'h', label: 'Hot', maker: 'ann' };

describe('the input of the registry', () => {
  it('has its defaults and reads addresses in canonical form', () => {
    expect(ListAsset.contract.body.parse(TOKEN)).toMatchObject({
      contract: TOKEN.contract.toLowerCase(),
      finality: { confirmed: 'blocks:2', finalized: 'tag:finalized' },
      effectiveFromBlock: null,
    });
    expect(AllocateAddress.contract.body.parse(ADDRESS)).toMatchObject({
      address: TOKEN.contract.toLowerCase(),
      clientId: null,
      derivationPath: null,
    });
  });

  it.each([
    ['an unknown chain', ListAsset, { ...ASSET, chain: 'ethereum' }, 'chain'],
    ['decimals out of range', ListAsset, { ...ASSET, decimals: 37 }, 'decimals'],
    ['decimals with a fraction', ListAsset, { ...ASSET, decimals: 1.5 }, 'decimals'],
    ['a contract of a native asset', ListAsset, { ...TOKEN, kind: 'native' }, 'contract'],
    ['a token without contract', ListAsset, { ...ASSET, kind: 'erc20' }, 'contract'],
    [
      'a contract with a wrong checksum',
      ListAsset,
      { ...TOKEN, contract: TOKEN.contract.replace('6B', '6b') },
      'contract',
    ],
    ['a blank symbol', ListAsset, { ...ASSET, symbol: ' ' }, 'symbol'],
    ['a threshold of no known form', ListAsset, { ...ASSET, finality: { confirmed: 'soon' } }, 'finality.confirmed'],
    [
      'final before confirmed',
      ListAsset,
      { ...ASSET, finality: { confirmed: 'blocks:9', finalized: 'blocks:2' } },
      'finality.finalized',
    ],
    ['a negative block', ListAsset, { ...ASSET, effectiveFromBlock: -1 }, 'effectiveFromBlock'],
    ['no maker', ListAsset, { ...ASSET, maker: ' ' }, 'maker'],
    ['a malformed address', AllocateAddress, { ...ADDRESS, address: '0x12' }, 'address'],
    [
      'an address with a wrong checksum',
      AllocateAddress,
      { ...ADDRESS, address: ADDRESS.address.replace('6B', '6b') },
      'address',
    ],
    ['a path that is none', AllocateAddress, { ...ADDRESS, derivationPath: '44/60' }, 'derivationPath'],
    ['an id that would break an account name', CreateWallet, { ...WALLET, walletId: 'hot:1' }, 'walletId'],
    ['an unknown role', CreateWallet, { ...WALLET, role: 'attic' }, 'role'],
  ])('is refused with %s, and the field is named', (_, { contract }, body, field) => {
    const issues = contract.body.safeParse(body).error?.issues ?? [];
    expect(issues.map(({ path }) => path.join('.'))).toEqual([field]);
  });

  it('is refused with a field that the command does not know', () => {
    expect(CreateWallet.contract.body.safeParse({ ...WALLET, colour: 'red' }).error?.issues[0]?.message).toContain(
      'colour',
    );
  });
});
