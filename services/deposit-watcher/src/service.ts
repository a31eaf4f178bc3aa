import { Module } from '@nestjs/common';
import { EthereumNode } from '@tributary/chain-ethereum';
import {
  AddressAllocated,
  AssetListed,
  ChainHalted,
  ChainResumed,
  TransactionFinalized,
  TransactionMined,
  TransactionReverted,
  TransferConfirmed,
  TransferFinalized,
  TransferReverted,
  TransferSeen,
} from '@tributary/events';
import { command, on, poll, query, ServiceModule } from '@tributary/platform-service';
import { WatcherConfig } from './config';
import { ListAsset } from './list-asset';
import { ResumeChain } from './resume-chain';
import { ShowChains } from './show-chains';
import { BackfillRow } from './store/backfill-row';
import { ChainResumeRow } from './store/chain-resume-row';
import { ChainRow } from './store/chain-row';
import { KnownBlockRow } from './store/known-block-row';
import { OwnTransactionRow } from './store/own-transaction-row';
import { TransferRow } from './store/transfer-row';
import { WatchedAddressRow } from './store/watched-address-row';
import { WatchedAssetRow } from './store/watched-asset-row';
import { WatcherSchema1 } from './store/watcher-schema';
import { WatchAddress } from './watch-address';
import { WatchChain } from './watch-chain';

/**
 * Watches one chain: which value moved from or to an address of ours, how final that is, and what left the chain again.
 *
 *   AssetListed      -> ListAsset    -> watched_asset, backfill
 *   AddressAllocated -> WatchAddress -> watched_address, backfill
 *   a node's blocks  -> WatchChain   -> watched_chain, known_block, transfer, own_transaction
 *                                    -> TransferSeen -> TransferConfirmed -> TransferFinalized | TransferReverted
 *                                    -> TransactionMined -> TransactionFinalized | TransactionReverted
 *                                    -> ChainHalted
 *   POST /chains/{chain}/resume -> ResumeChain -> chain_resume -> ChainResumed, then what is taken back
 *   GET /chains                 -> ShowChains
 */
@Module({
  imports: [
    ServiceModule.of({
      name: 'deposit-watcher',
      config: WatcherConfig,
      consumes: [on(AssetListed, ListAsset), on(AddressAllocated, WatchAddress)],
      commands: [command('POST /chains/{chain}/resume', ResumeChain)],
      polls: [poll(WatchChain, { everyMs: 500 })],
      queries: [query('GET /chains', ShowChains)],
      produces: [
        TransferSeen,
        TransferConfirmed,
        TransferFinalized,
        TransferReverted,
        TransactionMined,
        TransactionFinalized,
        TransactionReverted,
        ChainHalted,
        ChainResumed,
      ],
      stores: [
        BackfillRow,
        ChainResumeRow,
        ChainRow,
        KnownBlockRow,
        OwnTransactionRow,
        TransferRow,
        WatchedAddressRow,
        WatchedAssetRow,
      ],
      migrations: [WatcherSchema1],
      providers: [
        {
          provide: EthereumNode,
          useFactory: ({ ETHEREUM_RPC_URL }: WatcherConfig) => new EthereumNode(ETHEREUM_RPC_URL),
          inject: [WatcherConfig],
        },
      ],
    }),
  ],
})
export class DepositWatcherModule {}
