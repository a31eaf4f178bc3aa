import { chainOfAsset, erc20AssetId, isChainId, nativeAssetId, transferIdOf } from './ids';

describe('ids', () => {
  it('follow CAIP-2 and CAIP-19', () => {
    expect(nativeAssetId('eip155:1')).toBe('eip155:1/slip44:60');
    expect(erc20AssetId('eip155:1', '0x6B175474E89094C44Da98b954EedeAC495271d0F')).toBe(
      'eip155:1/erc20:0x6b175474e89094c44da98b954eedeac495271d0f',
    );
    expect(transferIdOf('eip155:1', '0xaa', 'log:3')).toBe('eip155:1/0xaa/log:3');
  });

  it('an asset names its chain, whatever its kind', () => {
    expect(chainOfAsset('eip155:5/slip44:60')).toBe('eip155:5');
    expect(chainOfAsset('eip155:5/erc20:0x6b175474e89094c44da98b954eedeac495271d0f')).toBe('eip155:5');
  });

  it.each(['eip155:5', 'eip155:5/erc20:0x6B175474E89094C44Da98b954EedeAC495271d0F', 'eip155:5/erc721:0x00', ''])(
    '%p names no asset: one asset has one id',
    (text) => expect(chainOfAsset(text)).toBeUndefined(),
  );

  it.each(['', 'eip155', 'eip155:01', 'eip155:0', 'bip122:1', 'EIP155:1'])('%p is no chain of a known form', (text) =>
    expect(isChainId(text)).toBe(false),
  );
});
