/** CAIP-2 id of a chain, e.g. `eip155:1`. */
export type ChainId = string;
/** CAIP-19 id of an asset; names its book, e.g. `eip155:1/slip44:60`. */
export type AssetId = string;
/** `<chain>/<txid>/<index>`: one movement of value inside one transaction, for ever. */
export type TransferId = string;

const CHAIN_ID = /^eip155:[1-9]\d{0,31}$/;
const ASSET_ID = /^(eip155:[1-9]\d{0,31})\/(?:slip44:(\d+)|erc20:(0x[0-9a-f]{40}))$/;

export function isChainId(text: string): boolean {
  return CHAIN_ID.test(text);
}

/** The native asset of an EVM chain by its SLIP-44 coin type: 60 is ether. */
export function nativeAssetId(chain: ChainId, coinType = 60): AssetId {
  return `${chain}/slip44:${coinType}`;
}

/** An ERC-20 token by its contract in lower-case hex. */
export function erc20AssetId(chain: ChainId, contract: string): AssetId {
  return `${chain}/erc20:${contract.toLowerCase()}`;
}

/** The chain that an asset lives on; undefined where the text is no asset id of a known form. */
export function chainOfAsset(assetId: AssetId): ChainId | undefined {
  return ASSET_ID.exec(assetId)?.[1];
}

/** `native`, or `log:<n>` with n counted within the transaction's own receipt. */
export type TransferIndex = 'native' | `log:${number}`;

export function transferIdOf(chain: ChainId, txid: string, index: TransferIndex): TransferId {
  return `${chain}/${txid}/${index}`;
}
