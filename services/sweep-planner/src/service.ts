import { Module } from '@nestjs/common';
import { EthereumNode, Web3Signer } from '@tributary/chain-ethereum';
import {
  AddressAllocated,
  AssetListed,
  ChainHalted,
  ChainResumed,
  MandateChanged,
  OutflowReverted,
  OutflowUnexplained,
  SweepApproved,
  SweepBroadcast,
  SweepDenied,
  SweepFailed,
  SweepPlanned,
  SweepReverted,
  SweepSettled,
  TransactionFinalized,
  TransactionMined,
  TransactionReverted,
  TransferFinalized,
  TransferReverted,
  WalletCreated,
} from '@tributary/events';
import { command, on, poll, query, ServiceModule } from '@tributary/platform-service';
import { ApproveSweep } from './approve-sweep';
import { BeginAttempt } from './begin-attempt';
import { BroadcastAttempts } from './broadcast-attempts';
import { BuildPlans } from './build-plans';
import { ChangeMandate } from './change-mandate';
import { PlannerConfig } from './config';
import { CancelSweep, RejectSweep } from './end-sweep';
import { ExpirePlans } from './expire-plans';
import { FlowLife } from './flow-life';
import { FollowFinalized } from './follow-finalized';
import { FollowMined } from './follow-mined';
import { FollowReverted } from './follow-reverted';
import { FollowTransferFinalized } from './follow-transfer-finalized';
import { FollowTransferReverted } from './follow-transfer-reverted';
import { HaltChain } from './halt-chain';
import { LearnAddress } from './learn-address';
import { LearnAsset } from './learn-asset';
import { LearnWallet } from './learn-wallet';
import { ListOutflows } from './list-outflows';
import { ListSources } from './list-sources';
import { ListSweeps } from './list-sweeps';
import { PlanByHand } from './plan-by-hand';
import { PlanFlow } from './plan-flow';
import { PlanSweeps } from './plan-sweeps';
import { PlanTopUps } from './plan-top-ups';
import { ReplaceSweep } from './replace-sweep';
import { ReportTrouble } from './report-trouble';
import { ResumeChain } from './resume-chain';
import { ShowSweep } from './show-sweep';
import { SignAttempts } from './sign-attempts';
import { AttemptRow } from './store/attempt-row';
import { FlowRow } from './store/flow-row';
import { Flows } from './store/flows';
import { Leases } from './store/leases';
import { PlannerSchema1 } from './store/planner-schema';
import { AddressRow, AssetRow, ChainHaltRow, MandateRow, NonceLaneRow, OutflowRow, WalletRow } from './store/rows';
import { SourceRow } from './store/source-row';
import { StoredBytes } from './store/stored-bytes';

export { Leases } from './store/leases';
export { StoredBytes, type SignedBytes } from './store/stored-bytes';

/**
 * Owns every outgoing transaction: plans what moves, has it approved and signed, sends it until the chain has it, and
 * settles it once that is final. What leaves our addresses otherwise is an unexplained outflow.
 *
 *   AddressAllocated     -> LearnAddress  -> address_book
 *   WalletCreated        -> LearnWallet   -> wallet
 *   AssetListed          -> LearnAsset    -> asset
 *   MandateChanged       -> ChangeMandate -> mandate                         -> SweepDenied
 *   ChainHalted, ChainResumed -> HaltChain, ResumeChain -> chain_halt
 *
 *   every 0.5 s          -> PlanSweeps    -> flow, lease                     -> SweepPlanned
 *   POST /sweeps         -> PlanByHand    -> flow, lease                     -> SweepPlanned
 *   every 0.5 s          -> BuildPlans    -> flow                            -> SweepApproved | SweepDenied, or it waits for
 *   POST …/approve       -> ApproveSweep  -> approval                        -> SweepApproved
 *   POST …/reject|cancel -> RejectSweep, CancelSweep                         -> SweepDenied
 *   every 1 s            -> ExpirePlans                                      -> SweepDenied
 *   every 0.5 s          -> PlanTopUps    -> flow, lease                     -> SweepPlanned
 *   every 0.5 s          -> SignAttempts  -> nonce_lane, attempt             -> (SweepDenied)
 *   POST …/replace       -> ReplaceSweep  -> attempt
 *   every 0.5 s          -> BroadcastAttempts -> attempt                     -> SweepBroadcast
 *
 *   TransactionMined     -> FollowMined             -> flow, attempt         -> (SweepBroadcast)
 *   TransactionFinalized -> FollowFinalized         -> flow, source, outflow -> (SweepBroadcast,) SweepSettled | SweepFailed | SweepDenied | OutflowUnexplained
 *   TransactionReverted  -> FollowReverted          -> flow, source, outflow -> SweepReverted, OutflowReverted
 *   TransferFinalized    -> FollowTransferFinalized -> flow, source, outflow -> SweepSettled | OutflowUnexplained
 *   TransferReverted     -> FollowTransferReverted  -> flow, source, outflow -> SweepReverted, SweepDenied, OutflowReverted
 *
 *   every 5 s            -> ReportTrouble -> metrics, Health
 */
@Module({
  imports: [
    ServiceModule.of({
      name: 'sweep-planner',
      config: PlannerConfig,
      consumes: [
        on(AddressAllocated, LearnAddress),
        on(WalletCreated, LearnWallet),
        on(AssetListed, LearnAsset),
        on(MandateChanged, ChangeMandate),
        on(ChainHalted, HaltChain),
        on(ChainResumed, ResumeChain),
        on(TransactionMined, FollowMined),
        on(TransactionFinalized, FollowFinalized),
        on(TransactionReverted, FollowReverted),
        on(TransferFinalized, FollowTransferFinalized),
        on(TransferReverted, FollowTransferReverted),
      ],
      polls: [
        poll(PlanSweeps, { everyMs: 500 }),
        poll(BuildPlans, { everyMs: 500 }),
        poll(PlanTopUps, { everyMs: 500 }),
        poll(SignAttempts, { everyMs: 500 }),
        poll(BroadcastAttempts, { everyMs: 500 }),
        poll(ExpirePlans, { everyMs: 1_000 }),
        poll(ReportTrouble, { everyMs: 5_000 }),
      ],
      commands: [
        command('POST /sweeps', PlanByHand),
        command('POST /sweeps/{flowId}/approve', ApproveSweep),
        command('POST /sweeps/{flowId}/reject', RejectSweep),
        command('POST /sweeps/{flowId}/cancel', CancelSweep),
        command('POST /sweeps/{flowId}/replace', ReplaceSweep),
      ],
      queries: [
        query('GET /sweeps', ListSweeps),
        query('GET /sweeps/{flowId}', ShowSweep),
        query('GET /outflows', ListOutflows),
        query('GET /sources', ListSources),
      ],
      produces: [
        SweepPlanned,
        SweepDenied,
        SweepApproved,
        SweepBroadcast,
        SweepSettled,
        SweepFailed,
        SweepReverted,
        OutflowUnexplained,
        OutflowReverted,
      ],
      stores: [
        AddressRow,
        AssetRow,
        AttemptRow,
        ChainHaltRow,
        FlowRow,
        MandateRow,
        NonceLaneRow,
        OutflowRow,
        SourceRow,
        WalletRow,
      ],
      migrations: [PlannerSchema1],
      providers: [
        {
          provide: EthereumNode,
          useFactory: ({ ETHEREUM_RPC_URL }: PlannerConfig) => new EthereumNode(ETHEREUM_RPC_URL),
          inject: [PlannerConfig],
        },
        {
          provide: Web3Signer,
          useFactory: ({ SIGNER_URL }: PlannerConfig) => new Web3Signer(SIGNER_URL),
          inject: [PlannerConfig],
        },
        Leases,
        StoredBytes,
        Flows,
        FlowLife,
        PlanFlow,
        BeginAttempt,
      ],
    }),
  ],
})
export class SweepPlannerModule {}
