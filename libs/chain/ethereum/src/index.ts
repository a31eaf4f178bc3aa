export * from './address';
export { EthereumNode, type NodeHead } from './ethereum-node';
export { NodeError, type NodeErrorCode } from './node-error';
export { transfersOf, type ChainTransfer } from './transfers-of';
export type { BlockRef, EthereumBlock, MinedTransaction } from './verified-block';
export { verifySender } from './verify-sender';
