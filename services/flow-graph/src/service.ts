import { Module } from '@nestjs/common';
import { AddressAllocated, AssetListed, EntryPosted, WalletCreated } from '@tributary/events';
import { ServiceModule, on, query } from '@tributary/platform-service';
import { DrawFlow } from './draw-flow';
import { ListFlowEdges } from './list-flow-edges';
import { LocateDeposit } from './locate-deposit';
import { PlaceEdges } from './place-edges';
import { RecordAddress } from './record-address';
import { RecordAsset } from './record-asset';
import { RecordWallet } from './record-wallet';
import { FlowGraphSchema1 } from './store/flow-graph-schema';
import { AssetRow, BookRow, PlaceRow, WalletRow } from './store/rows';
import { TraceFunds } from './trace-funds';
import { TraceLinked } from './trace-linked';

/**
 * Keeps the flow of funds as a graph, one per asset and layer, and answers who funded what.
 *
 *   EntryPosted      -> PlaceEdges    -> book, node, edge, rollup; of one that takes another back: a new epoch
 *   AssetListed      -> RecordAsset   -> asset
 *   WalletCreated    -> RecordWallet  -> wallet
 *   AddressAllocated -> RecordAddress -> place
 */
@Module({
  imports: [
    ServiceModule.of({
      name: 'flow-graph',
      consumes: [
        on(EntryPosted, PlaceEdges),
        on(AssetListed, RecordAsset),
        on(WalletCreated, RecordWallet),
        on(AddressAllocated, RecordAddress),
      ],
      queries: [
        query('GET /flow', DrawFlow),
        query('GET /flow/edges', ListFlowEdges),
        query('GET /trace', TraceFunds),
        query('GET /trace/linked', TraceLinked),
        query('GET /where', LocateDeposit),
      ],
      produces: [],
      stores: [AssetRow, BookRow, PlaceRow, WalletRow],
      migrations: [FlowGraphSchema1],
    }),
  ],
})
export class FlowGraphModule {}
