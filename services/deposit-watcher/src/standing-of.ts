import { NodeError, type EthereumNode, type NodeHead } from '@tributary/chain-ethereum';
import { compareChains, type Standing } from './compare-chains';
import type { ChainRow } from './store/chain-row';
import type { KnownBlockRow } from './store/known-block-row';

/** The head of a node's chain. @throws {NodeError} wrong-chain, or the node cannot be used */
export async function headOf(node: EthereumNode, chain: string): Promise<NodeHead> {
  const [nodeChain, head] = await Promise.all([node.chainId(), node.head()]);
  if (nodeChain === chain) return head;
  throw new NodeError('wrong-chain', `The node follows ${nodeChain}, CHAIN_ID is ${chain}: change one`);
}

/**
 * How the node's chain stands to ours.
 *
 * @param remembered  reads our blocks, the cursor's first; asked only where the cursor's block does not tell
 */
export async function standingOf(
  node: EthereumNode,
  { height, hash }: ChainRow,
  head: NodeHead,
  remembered: () => Promise<KnownBlockRow[]>,
): Promise<Standing<KnownBlockRow>> {
  const theirs = height === head.latest.height ? head.latest : await node.blockRef(height);
  if (theirs && theirs.hash === hash) return { kind: 'same' };
  return compareChains(await remembered(), head.latest, (at) => node.blockRef(at));
}
