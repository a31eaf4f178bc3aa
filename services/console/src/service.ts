import { Module } from '@nestjs/common';
import {
  AddressAllocated,
  AssetListed,
  ClientOpened,
  EntryPosted,
  SweepBroadcast,
  SweepPlanned,
  TransferConfirmed,
  TransferFinalized,
  TransferReverted,
  TransferSeen,
  WalletCreated,
} from '@tributary/events';
import { on, query, ServiceModule } from '@tributary/platform-service';
import { ConsoleConfig } from './config';
import { FindDeposits } from './find-deposits';
import { ChangeFeed } from './gateway/change-feed';
import { Interfaces } from './gateway/interfaces';
import { Peers } from './gateway/peers';
import { PublicOrigin } from './gateway/public-origin';
import { ReadDeposit } from './read-deposit';
import { ReadHealth } from './read-health';
import { FindByBeginning } from './find-by-beginning';
import { RecordAsset } from './record-asset';
import { RecordEntry } from './record-entry';
import { RecordTerms } from './record-terms';
import { RecordTransfer } from './record-transfer';
import { ReadMe } from './read-me';
import { Authenticate } from './sign-in/authenticate';
import { Provider } from './sign-in/provider';
import { Sessions } from './sign-in/sessions';
import { SignIn } from './sign-in/sign-in';
import { SummarizeDeposits } from './summarize-deposits';
import { ConsoleSchema1 } from './store/console-schema';
import { DepositRow } from './store/deposit-row';
import { FlowEventRow } from './store/flow-event-row';
import { ListedAssetRow } from './store/listed-asset-row';
import { SearchSchema1 } from './store/search-schema';
import { SearchTermRow } from './store/search-term-row';
import { SessionRow } from './store/session-row';
import { SessionSchema1 } from './store/session-schema';

/**
 * The one public origin: serves the page, its own read model of deposits, and every other service's interface.
 *
 *   TransferSeen | Confirmed | Finalized | Reverted -> RecordTransfer -> deposit, flow_event
 *   EntryPosted                                     -> RecordEntry    -> flow_event
 *   AssetListed                                     -> RecordAsset    -> listed_asset
 *   all of these, and what is allocated, opened, created, planned and broadcast -> search_term -> GET /search
 *
 * It signs browsers in and puts their access tokens on what it forwards; each owner checks those by itself.
 * Its routes stand below /api/v1, like all others: PublicOrigin sends a request to whoever declares its path.
 */
@Module({
  imports: [
    ServiceModule.of({
      name: 'console',
      config: ConsoleConfig,
      consumes: [
        on(TransferSeen, RecordTransfer),
        on(TransferConfirmed, RecordTransfer),
        on(TransferFinalized, RecordTransfer),
        on(TransferReverted, RecordTransfer),
        on(EntryPosted, RecordEntry),
        on(AssetListed, RecordAsset),
        on(ClientOpened, RecordTerms),
        on(WalletCreated, RecordTerms),
        on(AddressAllocated, RecordTerms),
        on(SweepPlanned, RecordTerms),
        on(SweepBroadcast, RecordTerms),
      ],
      queries: [
        query('GET /deposits', FindDeposits),
        query('GET /deposits/summary', SummarizeDeposits),
        query('GET /deposits/{transferId}', ReadDeposit),
        query('GET /search', FindByBeginning),
        query('GET /health', ReadHealth),
        query('GET /me', ReadMe),
      ],
      produces: [],
      stores: [DepositRow, FlowEventRow, ListedAssetRow, SearchTermRow, SessionRow],
      migrations: [ConsoleSchema1, SearchSchema1, SessionSchema1],
      providers: [Peers, Interfaces, ChangeFeed, Provider, Sessions, Authenticate, SignIn, PublicOrigin],
    }),
  ],
})
export class ConsoleModule {}
