import { encodeDeployData, encodeFunctionData, getContractAddress, type Hex } from 'viem';
import type { DemoAsset } from './custodian';
import type { OutsideNode } from './outside-node';
import { Sender } from './sender';
import { TEST_TOKEN } from './token/test-token';

const DEPLOY_GAS = 2_000_000n;
const MINT_GAS = 100_000n;
/** Whole units that each sender is given of each token. */
const MINTED_UNITS = 1_000_000_000n;

const TOKENS = [
  { symbol: 'DUSD', decimals: 6 },
  { symbol: 'DGLD', decimals: 18 },
] as const;

/**
 * Puts the two tokens onto the node and gives each holder a supply. The deployer's first two nonces are theirs,
 * so their addresses are known and a node that has them already is left as it is.
 */
export async function deployTokens(
  node: OutsideNode,
  deployer: Sender,
  holders: readonly string[],
): Promise<readonly DemoAsset[]> {
  const assets: DemoAsset[] = [];
  for (const [nonce, { symbol, decimals }] of TOKENS.entries()) {
    const contract = getContractAddress({ from: deployer.address as Hex, nonce: BigInt(nonce) }).toLowerCase();
    if ((await node.rpc<Hex>('eth_getCode', [contract, 'latest'])) === '0x') {
      const data = encodeDeployData({
        abi: TEST_TOKEN.abi,
        bytecode: TEST_TOKEN.bytecode as Hex,
        args: [symbol, decimals],
      });
      await mined(node, (await deployer.send({ data, gas: DEPLOY_GAS })).txid);
    }
    assets.push({ kind: 'erc20', symbol, decimals, contract });
  }
  let lastMint: string | undefined;
  for (const asset of assets) {
    for (const holder of holders) {
      if ((await heldBy(node, holder, asset)) > 0n) continue;
      const args = [holder as Hex, MINTED_UNITS * 10n ** BigInt(asset.decimals)] as const;
      const data = encodeFunctionData({ abi: TEST_TOKEN.abi, functionName: 'mint', args });
      lastMint = (await deployer.send({ to: asset.contract as Hex, data, gas: MINT_GAS })).txid;
    }
  }
  if (lastMint) await mined(node, lastMint);
  return assets;
}

/** What an address holds now of a token, or of ether where no contract is named; base units. */
export async function heldBy(node: OutsideNode, address: string, { contract }: { contract?: string }): Promise<bigint> {
  if (!contract) return BigInt(await node.rpc<Hex>('eth_getBalance', [address, 'latest']));
  const data = encodeFunctionData({ abi: TEST_TOKEN.abi, functionName: 'balanceOf', args: [address as Hex] });
  return BigInt(await node.rpc<Hex>('eth_call', [{ to: contract, data }, 'latest']));
}

async function mined(node: OutsideNode, txid: string): Promise<void> {
  for (let attempt = 0; attempt < 120; attempt += 1) {
    if (await node.rpc<object | null>('eth_getTransactionReceipt', [txid])) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`Transaction ${txid} was not mined within a minute: is the node mining?`);
}
