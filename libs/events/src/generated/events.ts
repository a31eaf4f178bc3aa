// Generated from proto/ by `npm run generate -w libs/events`. Change the contract, not this file.
import { defineEvent } from '../define-event';

/** The block that carries a fact. */
export interface Block {
  /** Block number on its chain. */
  readonly height: number;
  /** Block hash, 0x and lower-case hex. */
  readonly hash: string;
  /** The block's own timestamp, UTC. */
  readonly time: Date;
}

/** The two thresholds a transfer passes on its way to being credited. */
export interface FinalityPolicy {
  /** When a transfer counts as confirmed: blocks:<n> (n blocks, its own included) or tag:<safe|finalized>. */
  readonly confirmed: string;
  /** When it counts as final, in the same form. */
  readonly finalized: string;
}

/** Who of ours holds an address, as attributed when the transfer was first seen. */
export interface Owner {
  /** The wallet that the address belongs to. */
  readonly walletId: string;
  /** What the wallet is for. */
  readonly role: WalletRole;
  /** Whose money the wallet holds. */
  readonly side: Side;
  /** The client the address was allocated to; null for addresses of no client. */
  readonly clientId: null | string;
}

/** One end of a transfer. */
export interface Party {
  /** The address in the chain's canonical form: on EVM chains 0x and lower-case hex. */
  readonly address: string;
  /** Who of ours holds it; null for an outside party. */
  readonly owner: null | Owner;
}

/** Whose money a wallet holds: c the clients', h the house's. */
export type Side = 'c' | 'h';

/** What a wallet is for. */
export type WalletRole = 'deposit' | 'hot' | 'warm' | 'cold' | 'gas';

/** A balanced entry stands in a book. */
export interface EntryPosted {
  /** CAIP-19 asset id of the book. */
  readonly book: string;
  /** Place in the book, counted from 1 without gaps. */
  readonly bookSeq: number;
  /** The entry. */
  readonly entryId: string;
  /** Which row of the journal posted it, e.g. deposit-finalized. */
  readonly kind: string;
  /** The flow whose entries belong together: of a deposit its transferId. */
  readonly flow: string;
  /** CAIP-2 chain id. */
  readonly chain: string;
  /** The transaction behind it. */
  readonly txid: null | string;
  /** Valid time: the fact's block time, UTC. */
  readonly effectiveAt: Date;
  /** Booking time, UTC. */
  readonly bookedAt: Date;
  /** ce_id of the fact that was booked. */
  readonly sourceEventId: string;
  /** entryId of the entry that this one takes back. */
  readonly reverses: null | string;
  /** What the entry moves. */
  readonly movements: readonly Movement[];
  /** Edges of the flow graph that become final with this entry; none while it is pending. */
  readonly edges: readonly Edge[];
}

/** Debits one account and credits another of the same book and side. */
export interface Movement {
  /** Account debited. */
  readonly debit: string;
  /** Account credited. */
  readonly credit: string;
  /** Base units of the book's asset, above zero. */
  readonly amount: bigint;
}

/** Value that became final on its way from one place to another. */
export interface Edge {
  /** Which layer of the graph. */
  readonly layer: Layer;
  /** Node that value left. */
  readonly from: string;
  /** Node that value reached. */
  readonly to: string;
  /** Base units of the book's asset, above zero. */
  readonly amount: bigint;
}

/** Custody: where coins lie. Entitlement: whose claim it is. */
export type Layer = 'custody' | 'entitlement';

/** A reorg past finality took an unexplained outflow back. */
export interface OutflowReverted {
  /** CAIP-2 chain id. */
  readonly chain: string;
  /** When it was judged, UTC. */
  readonly occurredAt: Date;
  /** The transferId of the value that left, or <chain>/<txid>/tx for the fee of a transaction that nobody planned. */
  readonly outflowId: string;
  /** transfer or fee. */
  readonly what: string;
  /** Transaction hash, 0x and lower-case hex. */
  readonly txid: string;
  /** CAIP-19 id of the asset that left. */
  readonly assetId: string;
  /** The address of ours that paid. */
  readonly from: Party;
  /** Who received it; null for a fee. */
  readonly to: null | Party;
  /** Value that left, in base units. */
  readonly amount: bigint;
  /** The block that carries it. */
  readonly block: Block;
  /** How often this outflow was reverted before. */
  readonly occurrence: number;
}

/** Money of ours left at finality and no plan says why: someone must look now. */
export interface OutflowUnexplained {
  /** CAIP-2 chain id. */
  readonly chain: string;
  /** When it was judged, UTC. */
  readonly occurredAt: Date;
  /** The transferId of the value that left, or <chain>/<txid>/tx for the fee of a transaction that nobody planned. */
  readonly outflowId: string;
  /** transfer or fee. */
  readonly what: string;
  /** Transaction hash, 0x and lower-case hex. */
  readonly txid: string;
  /** CAIP-19 id of the asset that left. */
  readonly assetId: string;
  /** The address of ours that paid. */
  readonly from: Party;
  /** Who received it; null for a fee. */
  readonly to: null | Party;
  /** Value that left, in base units. */
  readonly amount: bigint;
  /** The block that carries it. */
  readonly block: Block;
  /** How often this outflow was reverted before. */
  readonly occurrence: number;
}

/** A planned movement may be signed. */
export interface SweepApproved {
  /** CAIP-2 chain id. */
  readonly chain: string;
  /** When it was recorded, UTC. */
  readonly occurredAt: Date;
  /** The flow: one movement of ours from plan to settlement; never changes. */
  readonly flowId: string;
  /** The flow's version, counted from 1; each event of it adds one. */
  readonly version: number;
  /** Why it moves: sweep, top-up, refill or skim. */
  readonly kind: string;
  /** What was approved: the digest of SweepPlanned. */
  readonly digest: string;
  /** The mandate that permits it. */
  readonly mandateId: string;
  /** The mandate's version it was checked against, counted from 1. */
  readonly mandateVersion: number;
  /** Persons who approved it; none where the mandate itself does. */
  readonly approvers: readonly string[];
}

/** A signed transaction of the flow went to the node: value counts as on its way. Published again where a reverted flow is on its way again. */
export interface SweepBroadcast {
  /** CAIP-2 chain id. */
  readonly chain: string;
  /** When it was recorded, UTC. */
  readonly occurredAt: Date;
  /** The flow: one movement of ours from plan to settlement; never changes. */
  readonly flowId: string;
  /** The flow's version, counted from 1; each event of it adds one. */
  readonly version: number;
  /** Why it moves: sweep, top-up, refill or skim. */
  readonly kind: string;
  /** CAIP-19 id of the asset that moves. */
  readonly assetId: string;
  /** The address of ours that pays. */
  readonly from: Party;
  /** The address of ours that is paid. */
  readonly to: Party;
  /** Value moved, in the asset's base units, the network fee not among it. */
  readonly amount: bigint;
  /** Which attempt at the same nonce, counted from 1; the later ones replace the earlier. */
  readonly attempt: number;
  /** Transaction hash, 0x and lower-case hex. */
  readonly txid: string;
  /** The sender's nonce, the same for each attempt. */
  readonly nonce: number;
  /** Most that all attempts together may pay the network, in base units of feeAssetId. */
  readonly maxFee: bigint;
  /** CAIP-19 id of the asset that pays fees. */
  readonly feeAssetId: string;
}

/** A planned movement ended before it was signed; nothing has moved and its lease is free. */
export interface SweepDenied {
  /** CAIP-2 chain id. */
  readonly chain: string;
  /** When it was recorded, UTC. */
  readonly occurredAt: Date;
  /** The flow: one movement of ours from plan to settlement; never changes. */
  readonly flowId: string;
  /** The flow's version, counted from 1; each event of it adds one. */
  readonly version: number;
  /** Why it moves: sweep, top-up, refill or skim. */
  readonly kind: string;
  /** Why: policy-denied, rejected, expired or cancelled. */
  readonly code: string;
  /** The same for a person, with what to do next. */
  readonly reason: string;
  /** The person who ended it; null where the clock or the policy did. */
  readonly by: null | string;
}

/** The flow ended after it was broadcast without moving its value: its transaction failed on the chain, or another one used its nonce. */
export interface SweepFailed {
  /** CAIP-2 chain id. */
  readonly chain: string;
  /** When it was recorded, UTC. */
  readonly occurredAt: Date;
  /** The flow: one movement of ours from plan to settlement; never changes. */
  readonly flowId: string;
  /** The flow's version, counted from 1; each event of it adds one. */
  readonly version: number;
  /** Why it moves: sweep, top-up, refill or skim. */
  readonly kind: string;
  /** CAIP-19 id of the asset that moves. */
  readonly assetId: string;
  /** The address of ours that pays. */
  readonly from: Party;
  /** The address of ours that is paid. */
  readonly to: Party;
  /** Value moved, in the asset's base units, the network fee not among it. */
  readonly amount: bigint;
  /** The final transaction that failed or used the nonce; null where none did. */
  readonly txid: null | string;
  /** Network fee that it paid, in base units of feeAssetId; 0 where another flow's transaction used the nonce. */
  readonly fee: bigint;
  /** CAIP-19 id of the asset that pays fees. */
  readonly feeAssetId: string;
  /** The block that carries it. */
  readonly block: null | Block;
  /** Why: reverted-on-chain or nonce-used. */
  readonly code: string;
  /** The same for a person, with what to do next. */
  readonly reason: string;
}

/** A movement of ours is planned and its source is leased to it. */
export interface SweepPlanned {
  /** CAIP-2 chain id. */
  readonly chain: string;
  /** When it was recorded, UTC. */
  readonly occurredAt: Date;
  /** The flow: one movement of ours from plan to settlement; never changes. */
  readonly flowId: string;
  /** The flow's version, counted from 1; each event of it adds one. */
  readonly version: number;
  /** Why it moves: sweep, top-up, refill or skim. */
  readonly kind: string;
  /** CAIP-19 id of the asset that moves. */
  readonly assetId: string;
  /** The address of ours that pays. */
  readonly from: Party;
  /** The address of ours that is paid. */
  readonly to: Party;
  /** Value moved, in the asset's base units, the network fee not among it. */
  readonly amount: bigint;
  /** Finalized transfers whose value it moves, first in first out; the last may be moved in part. */
  readonly inputs: readonly string[];
  /** Most that all attempts together may pay the network, in base units of feeAssetId. */
  readonly maxFee: bigint;
  /** CAIP-19 id of the asset that pays fees. */
  readonly feeAssetId: string;
  /** SHA-256, in hex, over what approvers sign: flow, source, destination, amount, maximum fee, deadline and mandate version. */
  readonly digest: string;
  /** The mandate that permits it. */
  readonly mandateId: string;
  /** The mandate's version in force when it was planned, counted from 1. */
  readonly mandateVersion: number;
  /** Who planned it: a person, or mandate:<mandateId> where it plans itself. */
  readonly maker: string;
  /** True where the amount is over what the mandate lets move without a person. */
  readonly needsApproval: boolean;
  /** Not signed after this, UTC. */
  readonly deadline: Date;
}

/** A reorg past finality took the flow's transaction, or the coins it was to move: the books take back what stands of the flow. It may be broadcast and settle again. */
export interface SweepReverted {
  /** CAIP-2 chain id. */
  readonly chain: string;
  /** When it was recorded, UTC. */
  readonly occurredAt: Date;
  /** The flow: one movement of ours from plan to settlement; never changes. */
  readonly flowId: string;
  /** The flow's version, counted from 1; each event of it adds one. */
  readonly version: number;
  /** Why it moves: sweep, top-up, refill or skim. */
  readonly kind: string;
  /** CAIP-19 id of the asset that moves. */
  readonly assetId: string;
  /** The address of ours that pays. */
  readonly from: Party;
  /** The address of ours that is paid. */
  readonly to: Party;
  /** Value moved, in the asset's base units, the network fee not among it. */
  readonly amount: bigint;
  /** The transaction last settled or broadcast. */
  readonly txid: string;
  /** How far it had come: broadcast or settled. */
  readonly fromState: string;
  /** What vanished. */
  readonly reason: string;
}

/** The transaction is final and moved what was planned. */
export interface SweepSettled {
  /** CAIP-2 chain id. */
  readonly chain: string;
  /** When it was recorded, UTC. */
  readonly occurredAt: Date;
  /** The flow: one movement of ours from plan to settlement; never changes. */
  readonly flowId: string;
  /** The flow's version, counted from 1; each event of it adds one. */
  readonly version: number;
  /** Why it moves: sweep, top-up, refill or skim. */
  readonly kind: string;
  /** CAIP-19 id of the asset that moves. */
  readonly assetId: string;
  /** The address of ours that pays. */
  readonly from: Party;
  /** The address of ours that is paid. */
  readonly to: Party;
  /** Value moved, in the asset's base units, the network fee not among it. */
  readonly amount: bigint;
  /** Which attempt at the same nonce, counted from 1; the later ones replace the earlier. */
  readonly attempt: number;
  /** Transaction hash, 0x and lower-case hex. */
  readonly txid: string;
  /** Network fee paid, in base units of feeAssetId. */
  readonly fee: bigint;
  /** CAIP-19 id of the asset that pays fees. */
  readonly feeAssetId: string;
  /** The block that carries the transaction. */
  readonly block: Block;
}

/** An address is ours and is watched from its effective block on. */
export interface AddressAllocated {
  /** The aggregate's version, counted from 1; each change adds one. */
  readonly version: number;
  /** When the change was recorded, UTC. */
  readonly occurredAt: Date;
  /** Who asked for the change. */
  readonly maker: string;
  /** CAIP-2 chain id. */
  readonly chain: string;
  /** The address in canonical form. */
  readonly address: string;
  /** Its wallet. */
  readonly walletId: string;
  /** The wallet's role. */
  readonly role: WalletRole;
  /** The wallet's side. */
  readonly side: Side;
  /** The client whose deposits arrive here; null if no client's. */
  readonly clientId: null | string;
  /** BIP 32 path of its key, where there is one. */
  readonly derivationPath: null | string;
  /** First block whose transfers count; null: the first block at or after occurredAt less one hour. */
  readonly effectiveFromBlock: null | number;
  /** Who approved the change, never the maker; null in records of before changes were approved. */
  readonly checker: null | string;
}

/** An asset of a chain is watched and booked from now on. */
export interface AssetListed {
  /** The aggregate's version, counted from 1; each change adds one. */
  readonly version: number;
  /** When the change was recorded, UTC. */
  readonly occurredAt: Date;
  /** Who asked for the change. */
  readonly maker: string;
  /** CAIP-2 chain id. */
  readonly chain: string;
  /** CAIP-19 asset id; names the book. */
  readonly assetId: string;
  /** Ticker as shown, e.g. ETH. */
  readonly symbol: string;
  /** Decimal places of one whole unit: amount = base units / 10^decimals. */
  readonly decimals: number;
  /** How the asset lives on its chain. */
  readonly kind: AssetKind;
  /** Token contract address; null for the native asset. */
  readonly contract: null | string;
  /** When its transfers are confirmed and final. */
  readonly finality: FinalityPolicy;
  /** First block whose transfers count; null: the first block at or after occurredAt less one hour. */
  readonly effectiveFromBlock: null | number;
  /** Who approved the change, never the maker; null in records of before changes were approved. */
  readonly checker: null | string;
}

/** How the asset lives on its chain. */
export type AssetKind = 'native' | 'erc20';

/** A client is given no further addresses; what arrives at the old ones is still credited. */
export interface ClientClosed {
  /** The aggregate's version, counted from 1; each change adds one. */
  readonly version: number;
  /** When the change was recorded, UTC. */
  readonly occurredAt: Date;
  /** Who asked for the change. */
  readonly maker: string;
  /** The client. */
  readonly clientId: string;
  /** Who approved the change, never the maker; null in records of before changes were approved. */
  readonly checker: null | string;
}

/** A client may be given deposit addresses. */
export interface ClientOpened {
  /** The aggregate's version, counted from 1; each change adds one. */
  readonly version: number;
  /** When the change was recorded, UTC. */
  readonly occurredAt: Date;
  /** Who asked for the change. */
  readonly maker: string;
  /** The custodian's own id of the client; carries no personal data. */
  readonly clientId: string;
  /** Who approved the change, never the maker; null in records of before changes were approved. */
  readonly checker: null | string;
}

/** A standing permission to move value of one asset from wallets of one role to one wallet was given, changed or withdrawn. */
export interface MandateChanged {
  /** The aggregate's version, counted from 1; each change adds one. */
  readonly version: number;
  /** When the change was recorded, UTC. */
  readonly occurredAt: Date;
  /** Who asked for the change. */
  readonly maker: string;
  /** Who approved it; never the maker. */
  readonly checker: string;
  /** The mandate. */
  readonly mandateId: string;
  /** CAIP-2 chain id. */
  readonly chain: string;
  /** CAIP-19 id of the asset that it lets move. */
  readonly assetId: string;
  /** What it lets be planned: sweep, top-up, refill or skim. */
  readonly kind: string;
  /** False: withdrawn, nothing more is planned under it. */
  readonly enabled: boolean;
  /** Role of the wallets that pay. */
  readonly fromRole: WalletRole;
  /** The wallet that is paid; null for a top-up, which pays the deposit address that needs gas. */
  readonly toWalletId: null | string;
  /** A sweep is planned once an address holds this much, in base units of assetId; 0 for a movement by hand. */
  readonly threshold: bigint;
  /** Most that one movement may carry without a person's approval, in base units of assetId; 0: each waits for an approver. */
  readonly automaticUpTo: bigint;
  /** Most that one movement may carry at all, in base units of assetId. */
  readonly limit: bigint;
  /** Most that one movement may pay the network, in base units of the chain's native asset. */
  readonly maxFee: bigint;
  /** How long a plan may wait to be signed, in seconds. */
  readonly validForSeconds: number;
}

/** A wallet exists and may hold addresses. */
export interface WalletCreated {
  /** The aggregate's version, counted from 1; each change adds one. */
  readonly version: number;
  /** When the change was recorded, UTC. */
  readonly occurredAt: Date;
  /** Who asked for the change. */
  readonly maker: string;
  /** The wallet. */
  readonly walletId: string;
  /** CAIP-2 chain id. */
  readonly chain: string;
  /** What the wallet is for. */
  readonly role: WalletRole;
  /** Whose money it holds. */
  readonly side: Side;
  /** The name that people read. */
  readonly label: string;
  /** Who approved the change, never the maker; null in records of before changes were approved. */
  readonly checker: null | string;
}

/** The watcher of a chain stopped: a finalized block left the chain. It resumes only by an operator's command. */
export interface ChainHalted {
  /** CAIP-2 chain id. */
  readonly chain: string;
  /** When the watcher established the fact, UTC. */
  readonly occurredAt: Date;
  /** Height at which the watcher stopped. */
  readonly height: number;
  /** Hash the watcher holds at that height. */
  readonly hash: string;
  /** The provider that showed the conflict. */
  readonly provider: string;
  /** What happened and what to do next. */
  readonly reason: string;
}

/** An operator let the watcher of a halted chain go on: what left the chain is taken back, final facts too. */
export interface ChainResumed {
  /** CAIP-2 chain id. */
  readonly chain: string;
  /** When the operator's command was recorded, UTC. */
  readonly occurredAt: Date;
  /** Height of the last block that both chains share; everything above it is taken back. */
  readonly height: number;
  /** Hash of that block. */
  readonly hash: string;
  /** Who resumed it. */
  readonly operator: string;
  /** Why, in the operator's words. */
  readonly reason: string;
}

/** A transaction sent by an address of ours is final. */
export interface TransactionFinalized {
  /** CAIP-2 chain id. */
  readonly chain: string;
  /** When the watcher established the fact, UTC. */
  readonly occurredAt: Date;
  /** Transaction hash. */
  readonly txid: string;
  /** The address of ours that sent and paid. */
  readonly sender: Party;
  /** The sender's nonce. */
  readonly nonce: number;
  /** What the receipt says: a failed transaction moves no value and still pays its fee. */
  readonly status: TransactionStatus;
  /** Fee paid, in base units of feeAssetId. */
  readonly fee: bigint;
  /** CAIP-19 id of the asset that pays fees. */
  readonly feeAssetId: string;
  /** The block that carries it. */
  readonly block: Block;
  /** How often this transaction was reverted before. */
  readonly occurrence: number;
  /** True where the fact is behind the block order of its stream. */
  readonly late: boolean;
}

/** What the receipt says. */
export type TransactionStatus = 'success' | 'failed';

/** A transaction sent by an address of ours is in a block. */
export interface TransactionMined {
  /** CAIP-2 chain id. */
  readonly chain: string;
  /** When the watcher established the fact, UTC. */
  readonly occurredAt: Date;
  /** Transaction hash. */
  readonly txid: string;
  /** The address of ours that sent and paid. */
  readonly sender: Party;
  /** The sender's nonce. */
  readonly nonce: number;
  /** What the receipt says: a failed transaction moves no value and still pays its fee. */
  readonly status: TransactionStatus;
  /** Fee paid, in base units of feeAssetId. */
  readonly fee: bigint;
  /** CAIP-19 id of the asset that pays fees. */
  readonly feeAssetId: string;
  /** The block that carries it. */
  readonly block: Block;
  /** How often this transaction was reverted before. */
  readonly occurrence: number;
  /** True where the fact is behind the block order of its stream. */
  readonly late: boolean;
}

/** The block of a transaction sent by an address of ours left the chain. */
export interface TransactionReverted {
  /** CAIP-2 chain id. */
  readonly chain: string;
  /** When the watcher established the fact, UTC. */
  readonly occurredAt: Date;
  /** Transaction hash. */
  readonly txid: string;
  /** The address of ours that sent and paid. */
  readonly sender: Party;
  /** The sender's nonce. */
  readonly nonce: number;
  /** What the receipt says: a failed transaction moves no value and still pays its fee. */
  readonly status: TransactionStatus;
  /** Fee paid, in base units of feeAssetId. */
  readonly fee: bigint;
  /** CAIP-19 id of the asset that pays fees. */
  readonly feeAssetId: string;
  /** The block that carries it. */
  readonly block: Block;
  /** How often this transaction was reverted before. */
  readonly occurrence: number;
  /** True where the fact is behind the block order of its stream. */
  readonly late: boolean;
  /** True where the transaction had been final: a reorg past finality took it. */
  readonly wasFinal: boolean;
}

/** The transfer has passed the first threshold of its finality policy: pending, not yet available. */
export interface TransferConfirmed {
  /** CAIP-2 chain id. */
  readonly chain: string;
  /** When the watcher established the fact, UTC. */
  readonly occurredAt: Date;
  /** <chain>/<txid>/<index>; never changes. */
  readonly transferId: string;
  /** Transaction hash, 0x and lower-case hex. */
  readonly txid: string;
  /** Place in the transaction: native, or log:<n> counted within the transaction's own receipt. */
  readonly index: string;
  /** CAIP-19 asset id. */
  readonly assetId: string;
  /** Where the value left. */
  readonly from: Party;
  /** Where the value arrived. */
  readonly to: Party;
  /** Value moved, in the asset's base units. */
  readonly amount: bigint;
  /** The block that carries the transfer. */
  readonly block: Block;
  /** Blocks on top of and including the transfer's own when this was established. */
  readonly confirmations: number;
  /** How often this transfer was reverted before. */
  readonly occurrence: number;
  /** True where an address or asset was registered late and the fact is behind the block order of its stream. */
  readonly late: boolean;
}

/** The transfer is final: it can be credited. */
export interface TransferFinalized {
  /** CAIP-2 chain id. */
  readonly chain: string;
  /** When the watcher established the fact, UTC. */
  readonly occurredAt: Date;
  /** <chain>/<txid>/<index>; never changes. */
  readonly transferId: string;
  /** Transaction hash, 0x and lower-case hex. */
  readonly txid: string;
  /** Place in the transaction: native, or log:<n> counted within the transaction's own receipt. */
  readonly index: string;
  /** CAIP-19 asset id. */
  readonly assetId: string;
  /** Where the value left. */
  readonly from: Party;
  /** Where the value arrived. */
  readonly to: Party;
  /** Value moved, in the asset's base units. */
  readonly amount: bigint;
  /** The block that carries the transfer. */
  readonly block: Block;
  /** Blocks on top of and including the transfer's own when this was established. */
  readonly confirmations: number;
  /** How often this transfer was reverted before. */
  readonly occurrence: number;
  /** True where an address or asset was registered late and the fact is behind the block order of its stream. */
  readonly late: boolean;
}

/** The block of a transfer left the chain; the transfer may return in another block. */
export interface TransferReverted {
  /** CAIP-2 chain id. */
  readonly chain: string;
  /** When the watcher established the fact, UTC. */
  readonly occurredAt: Date;
  /** <chain>/<txid>/<index>; never changes. */
  readonly transferId: string;
  /** Transaction hash, 0x and lower-case hex. */
  readonly txid: string;
  /** Place in the transaction: native, or log:<n> counted within the transaction's own receipt. */
  readonly index: string;
  /** CAIP-19 asset id. */
  readonly assetId: string;
  /** Where the value left. */
  readonly from: Party;
  /** Where the value arrived. */
  readonly to: Party;
  /** Value moved, in the asset's base units. */
  readonly amount: bigint;
  /** The block that carries the transfer. */
  readonly block: Block;
  /** Blocks on top of and including the transfer's own when this was established. */
  readonly confirmations: number;
  /** How often this transfer was reverted before. */
  readonly occurrence: number;
  /** True where an address or asset was registered late and the fact is behind the block order of its stream. */
  readonly late: boolean;
  /** How far the transfer had come when its block left the chain. */
  readonly fromState: TransferState;
}

/** How far a transfer had come. */
export type TransferState = 'seen' | 'confirmed' | 'finalized';

/** A transfer that touches an address of ours is in a block. */
export interface TransferSeen {
  /** CAIP-2 chain id. */
  readonly chain: string;
  /** When the watcher established the fact, UTC. */
  readonly occurredAt: Date;
  /** <chain>/<txid>/<index>; never changes. */
  readonly transferId: string;
  /** Transaction hash, 0x and lower-case hex. */
  readonly txid: string;
  /** Place in the transaction: native, or log:<n> counted within the transaction's own receipt. */
  readonly index: string;
  /** CAIP-19 asset id. */
  readonly assetId: string;
  /** Where the value left. */
  readonly from: Party;
  /** Where the value arrived. */
  readonly to: Party;
  /** Value moved, in the asset's base units. */
  readonly amount: bigint;
  /** The block that carries the transfer. */
  readonly block: Block;
  /** Blocks on top of and including the transfer's own when this was established. */
  readonly confirmations: number;
  /** How often this transfer was reverted before. */
  readonly occurrence: number;
  /** True where an address or asset was registered late and the fact is behind the block order of its stream. */
  readonly late: boolean;
}

/** A balanced entry stands in a book. */
export const EntryPosted = defineEvent<'EntryPosted', EntryPosted>({
  name: 'EntryPosted',
  namespace: 'custody.ledger.v1',
  topic: 'custody.ledger.v1',
  key: '{book}',
  subject: '{book}',
  identity: ['book', 'entryId'],
  versions: [
    {
      id: 1,
      schema: {
        type: 'record',
        name: 'EntryPosted',
        namespace: 'custody.ledger.v1',
        doc: 'A balanced entry stands in a book.',
        topic: 'custody.ledger.v1',
        key: '{book}',
        subject: '{book}',
        identity: ['book', 'entryId'],
        fields: [
          { name: 'book', type: 'string', doc: 'CAIP-19 asset id of the book.' },
          { name: 'bookSeq', type: 'long', doc: 'Place in the book, counted from 1 without gaps.' },
          { name: 'entryId', type: 'string', doc: 'The entry.' },
          { name: 'kind', type: 'string', doc: 'Which row of the journal posted it, e.g. deposit-finalized.' },
          { name: 'flow', type: 'string', doc: 'The flow whose entries belong together: of a deposit its transferId.' },
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          { name: 'txid', type: ['null', 'string'], doc: 'The transaction behind it.', default: null },
          {
            name: 'effectiveAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: "Valid time: the fact's block time, UTC.",
          },
          { name: 'bookedAt', type: { type: 'long', logicalType: 'timestamp-millis' }, doc: 'Booking time, UTC.' },
          { name: 'sourceEventId', type: 'string', doc: 'ce_id of the fact that was booked.' },
          {
            name: 'reverses',
            type: ['null', 'string'],
            doc: 'entryId of the entry that this one takes back.',
            default: null,
          },
          {
            name: 'movements',
            type: {
              type: 'array',
              items: {
                type: 'record',
                name: 'Movement',
                doc: 'Debits one account and credits another of the same book and side.',
                fields: [
                  { name: 'debit', type: 'string', doc: 'Account debited.' },
                  { name: 'credit', type: 'string', doc: 'Account credited.' },
                  {
                    name: 'amount',
                    type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
                    doc: "Base units of the book's asset, above zero.",
                  },
                ],
              },
            },
            doc: 'What the entry moves.',
          },
          {
            name: 'edges',
            type: {
              type: 'array',
              items: {
                type: 'record',
                name: 'Edge',
                doc: 'Value that became final on its way from one place to another.',
                fields: [
                  {
                    name: 'layer',
                    type: {
                      type: 'enum',
                      name: 'Layer',
                      namespace: 'custody.ledger.v1',
                      doc: 'Custody: where coins lie. Entitlement: whose claim it is.',
                      symbols: ['custody', 'entitlement'],
                    },
                    doc: 'Which layer of the graph.',
                  },
                  { name: 'from', type: 'string', doc: 'Node that value left.' },
                  { name: 'to', type: 'string', doc: 'Node that value reached.' },
                  {
                    name: 'amount',
                    type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
                    doc: "Base units of the book's asset, above zero.",
                  },
                ],
              },
            },
            doc: 'Edges of the flow graph that become final with this entry; none while it is pending.',
          },
        ],
      },
    },
  ],
});

/** A reorg past finality took an unexplained outflow back. */
export const OutflowReverted = defineEvent<'OutflowReverted', OutflowReverted>({
  name: 'OutflowReverted',
  namespace: 'custody.outgoing.v1',
  topic: 'custody.outgoing.v1',
  key: '{chain}',
  subject: '{outflowId}',
  identity: ['outflowId', 'block.hash', 'occurrence'],
  versions: [
    {
      id: 15,
      schema: {
        type: 'record',
        name: 'OutflowReverted',
        namespace: 'custody.outgoing.v1',
        doc: 'A reorg past finality took an unexplained outflow back.',
        topic: 'custody.outgoing.v1',
        key: '{chain}',
        subject: '{outflowId}',
        identity: ['outflowId', 'block.hash', 'occurrence'],
        fields: [
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When it was judged, UTC.',
          },
          {
            name: 'outflowId',
            type: 'string',
            doc: 'The transferId of the value that left, or <chain>/<txid>/tx for the fee of a transaction that nobody planned.',
          },
          { name: 'what', type: 'string', doc: 'transfer or fee.' },
          { name: 'txid', type: 'string', doc: 'Transaction hash, 0x and lower-case hex.' },
          { name: 'assetId', type: 'string', doc: 'CAIP-19 id of the asset that left.' },
          {
            name: 'from',
            type: {
              type: 'record',
              name: 'Party',
              namespace: 'custody.types.v1',
              doc: 'One end of a transfer.',
              fields: [
                {
                  name: 'address',
                  type: 'string',
                  doc: "The address in the chain's canonical form: on EVM chains 0x and lower-case hex.",
                },
                {
                  name: 'owner',
                  type: [
                    'null',
                    {
                      type: 'record',
                      name: 'Owner',
                      namespace: 'custody.types.v1',
                      doc: 'Who of ours holds an address, as attributed when the transfer was first seen.',
                      fields: [
                        { name: 'walletId', type: 'string', doc: 'The wallet that the address belongs to.' },
                        {
                          name: 'role',
                          type: {
                            type: 'enum',
                            name: 'WalletRole',
                            namespace: 'custody.types.v1',
                            doc: 'What a wallet is for.',
                            symbols: ['deposit', 'hot', 'warm', 'cold', 'gas'],
                          },
                          doc: 'What the wallet is for.',
                        },
                        {
                          name: 'side',
                          type: {
                            type: 'enum',
                            name: 'Side',
                            namespace: 'custody.types.v1',
                            doc: "Whose money a wallet holds: c the clients', h the house's.",
                            symbols: ['c', 'h'],
                          },
                          doc: 'Whose money the wallet holds.',
                        },
                        {
                          name: 'clientId',
                          type: ['null', 'string'],
                          doc: 'The client the address was allocated to; null for addresses of no client.',
                          default: null,
                        },
                      ],
                    },
                  ],
                  doc: 'Who of ours holds it; null for an outside party.',
                  default: null,
                },
              ],
            },
            doc: 'The address of ours that paid.',
          },
          {
            name: 'to',
            type: ['null', 'custody.types.v1.Party'],
            doc: 'Who received it; null for a fee.',
            default: null,
          },
          {
            name: 'amount',
            type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
            doc: 'Value that left, in base units.',
          },
          {
            name: 'block',
            type: {
              type: 'record',
              name: 'Block',
              namespace: 'custody.types.v1',
              doc: 'The block that carries a fact.',
              fields: [
                { name: 'height', type: 'long', doc: 'Block number on its chain.' },
                { name: 'hash', type: 'string', doc: 'Block hash, 0x and lower-case hex.' },
                {
                  name: 'time',
                  type: { type: 'long', logicalType: 'timestamp-millis' },
                  doc: "The block's own timestamp, UTC.",
                },
              ],
            },
            doc: 'The block that carries it.',
          },
          { name: 'occurrence', type: 'int', doc: 'How often this outflow was reverted before.' },
        ],
      },
    },
  ],
});

/** Money of ours left at finality and no plan says why: someone must look now. */
export const OutflowUnexplained = defineEvent<'OutflowUnexplained', OutflowUnexplained>({
  name: 'OutflowUnexplained',
  namespace: 'custody.outgoing.v1',
  topic: 'custody.outgoing.v1',
  key: '{chain}',
  subject: '{outflowId}',
  identity: ['outflowId', 'block.hash', 'occurrence'],
  versions: [
    {
      id: 16,
      schema: {
        type: 'record',
        name: 'OutflowUnexplained',
        namespace: 'custody.outgoing.v1',
        doc: 'Money of ours left at finality and no plan says why: someone must look now.',
        topic: 'custody.outgoing.v1',
        key: '{chain}',
        subject: '{outflowId}',
        identity: ['outflowId', 'block.hash', 'occurrence'],
        fields: [
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When it was judged, UTC.',
          },
          {
            name: 'outflowId',
            type: 'string',
            doc: 'The transferId of the value that left, or <chain>/<txid>/tx for the fee of a transaction that nobody planned.',
          },
          { name: 'what', type: 'string', doc: 'transfer or fee.' },
          { name: 'txid', type: 'string', doc: 'Transaction hash, 0x and lower-case hex.' },
          { name: 'assetId', type: 'string', doc: 'CAIP-19 id of the asset that left.' },
          {
            name: 'from',
            type: {
              type: 'record',
              name: 'Party',
              namespace: 'custody.types.v1',
              doc: 'One end of a transfer.',
              fields: [
                {
                  name: 'address',
                  type: 'string',
                  doc: "The address in the chain's canonical form: on EVM chains 0x and lower-case hex.",
                },
                {
                  name: 'owner',
                  type: [
                    'null',
                    {
                      type: 'record',
                      name: 'Owner',
                      namespace: 'custody.types.v1',
                      doc: 'Who of ours holds an address, as attributed when the transfer was first seen.',
                      fields: [
                        { name: 'walletId', type: 'string', doc: 'The wallet that the address belongs to.' },
                        {
                          name: 'role',
                          type: {
                            type: 'enum',
                            name: 'WalletRole',
                            namespace: 'custody.types.v1',
                            doc: 'What a wallet is for.',
                            symbols: ['deposit', 'hot', 'warm', 'cold', 'gas'],
                          },
                          doc: 'What the wallet is for.',
                        },
                        {
                          name: 'side',
                          type: {
                            type: 'enum',
                            name: 'Side',
                            namespace: 'custody.types.v1',
                            doc: "Whose money a wallet holds: c the clients', h the house's.",
                            symbols: ['c', 'h'],
                          },
                          doc: 'Whose money the wallet holds.',
                        },
                        {
                          name: 'clientId',
                          type: ['null', 'string'],
                          doc: 'The client the address was allocated to; null for addresses of no client.',
                          default: null,
                        },
                      ],
                    },
                  ],
                  doc: 'Who of ours holds it; null for an outside party.',
                  default: null,
                },
              ],
            },
            doc: 'The address of ours that paid.',
          },
          {
            name: 'to',
            type: ['null', 'custody.types.v1.Party'],
            doc: 'Who received it; null for a fee.',
            default: null,
          },
          {
            name: 'amount',
            type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
            doc: 'Value that left, in base units.',
          },
          {
            name: 'block',
            type: {
              type: 'record',
              name: 'Block',
              namespace: 'custody.types.v1',
              doc: 'The block that carries a fact.',
              fields: [
                { name: 'height', type: 'long', doc: 'Block number on its chain.' },
                { name: 'hash', type: 'string', doc: 'Block hash, 0x and lower-case hex.' },
                {
                  name: 'time',
                  type: { type: 'long', logicalType: 'timestamp-millis' },
                  doc: "The block's own timestamp, UTC.",
                },
              ],
            },
            doc: 'The block that carries it.',
          },
          { name: 'occurrence', type: 'int', doc: 'How often this outflow was reverted before.' },
        ],
      },
    },
  ],
});

/** A planned movement may be signed. */
export const SweepApproved = defineEvent<'SweepApproved', SweepApproved>({
  name: 'SweepApproved',
  namespace: 'custody.outgoing.v1',
  topic: 'custody.outgoing.v1',
  key: '{chain}',
  subject: '{flowId}',
  identity: ['flowId', 'version'],
  versions: [
    {
      id: 17,
      schema: {
        type: 'record',
        name: 'SweepApproved',
        namespace: 'custody.outgoing.v1',
        doc: 'A planned movement may be signed.',
        topic: 'custody.outgoing.v1',
        key: '{chain}',
        subject: '{flowId}',
        identity: ['flowId', 'version'],
        fields: [
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When it was recorded, UTC.',
          },
          {
            name: 'flowId',
            type: 'string',
            doc: 'The flow: one movement of ours from plan to settlement; never changes.',
          },
          { name: 'version', type: 'long', doc: "The flow's version, counted from 1; each event of it adds one." },
          { name: 'kind', type: 'string', doc: 'Why it moves: sweep, top-up, refill or skim.' },
          { name: 'digest', type: 'string', doc: 'What was approved: the digest of SweepPlanned.' },
          { name: 'mandateId', type: 'string', doc: 'The mandate that permits it.' },
          {
            name: 'mandateVersion',
            type: 'long',
            doc: "The mandate's version it was checked against, counted from 1.",
          },
          {
            name: 'approvers',
            type: { type: 'array', items: 'string' },
            doc: 'Persons who approved it; none where the mandate itself does.',
          },
        ],
      },
    },
  ],
});

/** A signed transaction of the flow went to the node: value counts as on its way. Published again where a reverted flow is on its way again. */
export const SweepBroadcast = defineEvent<'SweepBroadcast', SweepBroadcast>({
  name: 'SweepBroadcast',
  namespace: 'custody.outgoing.v1',
  topic: 'custody.outgoing.v1',
  key: '{chain}',
  subject: '{flowId}',
  identity: ['flowId', 'version'],
  versions: [
    {
      id: 18,
      schema: {
        type: 'record',
        name: 'SweepBroadcast',
        namespace: 'custody.outgoing.v1',
        doc: 'A signed transaction of the flow went to the node: value counts as on its way. Published again where a reverted flow is on its way again.',
        topic: 'custody.outgoing.v1',
        key: '{chain}',
        subject: '{flowId}',
        identity: ['flowId', 'version'],
        fields: [
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When it was recorded, UTC.',
          },
          {
            name: 'flowId',
            type: 'string',
            doc: 'The flow: one movement of ours from plan to settlement; never changes.',
          },
          { name: 'version', type: 'long', doc: "The flow's version, counted from 1; each event of it adds one." },
          { name: 'kind', type: 'string', doc: 'Why it moves: sweep, top-up, refill or skim.' },
          { name: 'assetId', type: 'string', doc: 'CAIP-19 id of the asset that moves.' },
          {
            name: 'from',
            type: {
              type: 'record',
              name: 'Party',
              namespace: 'custody.types.v1',
              doc: 'One end of a transfer.',
              fields: [
                {
                  name: 'address',
                  type: 'string',
                  doc: "The address in the chain's canonical form: on EVM chains 0x and lower-case hex.",
                },
                {
                  name: 'owner',
                  type: [
                    'null',
                    {
                      type: 'record',
                      name: 'Owner',
                      namespace: 'custody.types.v1',
                      doc: 'Who of ours holds an address, as attributed when the transfer was first seen.',
                      fields: [
                        { name: 'walletId', type: 'string', doc: 'The wallet that the address belongs to.' },
                        {
                          name: 'role',
                          type: {
                            type: 'enum',
                            name: 'WalletRole',
                            namespace: 'custody.types.v1',
                            doc: 'What a wallet is for.',
                            symbols: ['deposit', 'hot', 'warm', 'cold', 'gas'],
                          },
                          doc: 'What the wallet is for.',
                        },
                        {
                          name: 'side',
                          type: {
                            type: 'enum',
                            name: 'Side',
                            namespace: 'custody.types.v1',
                            doc: "Whose money a wallet holds: c the clients', h the house's.",
                            symbols: ['c', 'h'],
                          },
                          doc: 'Whose money the wallet holds.',
                        },
                        {
                          name: 'clientId',
                          type: ['null', 'string'],
                          doc: 'The client the address was allocated to; null for addresses of no client.',
                          default: null,
                        },
                      ],
                    },
                  ],
                  doc: 'Who of ours holds it; null for an outside party.',
                  default: null,
                },
              ],
            },
            doc: 'The address of ours that pays.',
          },
          { name: 'to', type: 'custody.types.v1.Party', doc: 'The address of ours that is paid.' },
          {
            name: 'amount',
            type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
            doc: "Value moved, in the asset's base units, the network fee not among it.",
          },
          {
            name: 'attempt',
            type: 'int',
            doc: 'Which attempt at the same nonce, counted from 1; the later ones replace the earlier.',
          },
          { name: 'txid', type: 'string', doc: 'Transaction hash, 0x and lower-case hex.' },
          { name: 'nonce', type: 'long', doc: "The sender's nonce, the same for each attempt." },
          {
            name: 'maxFee',
            type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
            doc: 'Most that all attempts together may pay the network, in base units of feeAssetId.',
          },
          { name: 'feeAssetId', type: 'string', doc: 'CAIP-19 id of the asset that pays fees.' },
        ],
      },
    },
  ],
});

/** A planned movement ended before it was signed; nothing has moved and its lease is free. */
export const SweepDenied = defineEvent<'SweepDenied', SweepDenied>({
  name: 'SweepDenied',
  namespace: 'custody.outgoing.v1',
  topic: 'custody.outgoing.v1',
  key: '{chain}',
  subject: '{flowId}',
  identity: ['flowId', 'version'],
  versions: [
    {
      id: 19,
      schema: {
        type: 'record',
        name: 'SweepDenied',
        namespace: 'custody.outgoing.v1',
        doc: 'A planned movement ended before it was signed; nothing has moved and its lease is free.',
        topic: 'custody.outgoing.v1',
        key: '{chain}',
        subject: '{flowId}',
        identity: ['flowId', 'version'],
        fields: [
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When it was recorded, UTC.',
          },
          {
            name: 'flowId',
            type: 'string',
            doc: 'The flow: one movement of ours from plan to settlement; never changes.',
          },
          { name: 'version', type: 'long', doc: "The flow's version, counted from 1; each event of it adds one." },
          { name: 'kind', type: 'string', doc: 'Why it moves: sweep, top-up, refill or skim.' },
          { name: 'code', type: 'string', doc: 'Why: policy-denied, rejected, expired or cancelled.' },
          { name: 'reason', type: 'string', doc: 'The same for a person, with what to do next.' },
          {
            name: 'by',
            type: ['null', 'string'],
            doc: 'The person who ended it; null where the clock or the policy did.',
            default: null,
          },
        ],
      },
    },
  ],
});

/** The flow ended after it was broadcast without moving its value: its transaction failed on the chain, or another one used its nonce. */
export const SweepFailed = defineEvent<'SweepFailed', SweepFailed>({
  name: 'SweepFailed',
  namespace: 'custody.outgoing.v1',
  topic: 'custody.outgoing.v1',
  key: '{chain}',
  subject: '{flowId}',
  identity: ['flowId', 'version'],
  versions: [
    {
      id: 20,
      schema: {
        type: 'record',
        name: 'SweepFailed',
        namespace: 'custody.outgoing.v1',
        doc: 'The flow ended after it was broadcast without moving its value: its transaction failed on the chain, or another one used its nonce.',
        topic: 'custody.outgoing.v1',
        key: '{chain}',
        subject: '{flowId}',
        identity: ['flowId', 'version'],
        fields: [
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When it was recorded, UTC.',
          },
          {
            name: 'flowId',
            type: 'string',
            doc: 'The flow: one movement of ours from plan to settlement; never changes.',
          },
          { name: 'version', type: 'long', doc: "The flow's version, counted from 1; each event of it adds one." },
          { name: 'kind', type: 'string', doc: 'Why it moves: sweep, top-up, refill or skim.' },
          { name: 'assetId', type: 'string', doc: 'CAIP-19 id of the asset that moves.' },
          {
            name: 'from',
            type: {
              type: 'record',
              name: 'Party',
              namespace: 'custody.types.v1',
              doc: 'One end of a transfer.',
              fields: [
                {
                  name: 'address',
                  type: 'string',
                  doc: "The address in the chain's canonical form: on EVM chains 0x and lower-case hex.",
                },
                {
                  name: 'owner',
                  type: [
                    'null',
                    {
                      type: 'record',
                      name: 'Owner',
                      namespace: 'custody.types.v1',
                      doc: 'Who of ours holds an address, as attributed when the transfer was first seen.',
                      fields: [
                        { name: 'walletId', type: 'string', doc: 'The wallet that the address belongs to.' },
                        {
                          name: 'role',
                          type: {
                            type: 'enum',
                            name: 'WalletRole',
                            namespace: 'custody.types.v1',
                            doc: 'What a wallet is for.',
                            symbols: ['deposit', 'hot', 'warm', 'cold', 'gas'],
                          },
                          doc: 'What the wallet is for.',
                        },
                        {
                          name: 'side',
                          type: {
                            type: 'enum',
                            name: 'Side',
                            namespace: 'custody.types.v1',
                            doc: "Whose money a wallet holds: c the clients', h the house's.",
                            symbols: ['c', 'h'],
                          },
                          doc: 'Whose money the wallet holds.',
                        },
                        {
                          name: 'clientId',
                          type: ['null', 'string'],
                          doc: 'The client the address was allocated to; null for addresses of no client.',
                          default: null,
                        },
                      ],
                    },
                  ],
                  doc: 'Who of ours holds it; null for an outside party.',
                  default: null,
                },
              ],
            },
            doc: 'The address of ours that pays.',
          },
          { name: 'to', type: 'custody.types.v1.Party', doc: 'The address of ours that is paid.' },
          {
            name: 'amount',
            type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
            doc: "Value moved, in the asset's base units, the network fee not among it.",
          },
          {
            name: 'txid',
            type: ['null', 'string'],
            doc: 'The final transaction that failed or used the nonce; null where none did.',
            default: null,
          },
          {
            name: 'fee',
            type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
            doc: "Network fee that it paid, in base units of feeAssetId; 0 where another flow's transaction used the nonce.",
          },
          { name: 'feeAssetId', type: 'string', doc: 'CAIP-19 id of the asset that pays fees.' },
          {
            name: 'block',
            type: [
              'null',
              {
                type: 'record',
                name: 'Block',
                namespace: 'custody.types.v1',
                doc: 'The block that carries a fact.',
                fields: [
                  { name: 'height', type: 'long', doc: 'Block number on its chain.' },
                  { name: 'hash', type: 'string', doc: 'Block hash, 0x and lower-case hex.' },
                  {
                    name: 'time',
                    type: { type: 'long', logicalType: 'timestamp-millis' },
                    doc: "The block's own timestamp, UTC.",
                  },
                ],
              },
            ],
            doc: 'The block that carries it.',
            default: null,
          },
          { name: 'code', type: 'string', doc: 'Why: reverted-on-chain or nonce-used.' },
          { name: 'reason', type: 'string', doc: 'The same for a person, with what to do next.' },
        ],
      },
    },
  ],
});

/** A movement of ours is planned and its source is leased to it. */
export const SweepPlanned = defineEvent<'SweepPlanned', SweepPlanned>({
  name: 'SweepPlanned',
  namespace: 'custody.outgoing.v1',
  topic: 'custody.outgoing.v1',
  key: '{chain}',
  subject: '{flowId}',
  identity: ['flowId', 'version'],
  versions: [
    {
      id: 21,
      schema: {
        type: 'record',
        name: 'SweepPlanned',
        namespace: 'custody.outgoing.v1',
        doc: 'A movement of ours is planned and its source is leased to it.',
        topic: 'custody.outgoing.v1',
        key: '{chain}',
        subject: '{flowId}',
        identity: ['flowId', 'version'],
        fields: [
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When it was recorded, UTC.',
          },
          {
            name: 'flowId',
            type: 'string',
            doc: 'The flow: one movement of ours from plan to settlement; never changes.',
          },
          { name: 'version', type: 'long', doc: "The flow's version, counted from 1; each event of it adds one." },
          { name: 'kind', type: 'string', doc: 'Why it moves: sweep, top-up, refill or skim.' },
          { name: 'assetId', type: 'string', doc: 'CAIP-19 id of the asset that moves.' },
          {
            name: 'from',
            type: {
              type: 'record',
              name: 'Party',
              namespace: 'custody.types.v1',
              doc: 'One end of a transfer.',
              fields: [
                {
                  name: 'address',
                  type: 'string',
                  doc: "The address in the chain's canonical form: on EVM chains 0x and lower-case hex.",
                },
                {
                  name: 'owner',
                  type: [
                    'null',
                    {
                      type: 'record',
                      name: 'Owner',
                      namespace: 'custody.types.v1',
                      doc: 'Who of ours holds an address, as attributed when the transfer was first seen.',
                      fields: [
                        { name: 'walletId', type: 'string', doc: 'The wallet that the address belongs to.' },
                        {
                          name: 'role',
                          type: {
                            type: 'enum',
                            name: 'WalletRole',
                            namespace: 'custody.types.v1',
                            doc: 'What a wallet is for.',
                            symbols: ['deposit', 'hot', 'warm', 'cold', 'gas'],
                          },
                          doc: 'What the wallet is for.',
                        },
                        {
                          name: 'side',
                          type: {
                            type: 'enum',
                            name: 'Side',
                            namespace: 'custody.types.v1',
                            doc: "Whose money a wallet holds: c the clients', h the house's.",
                            symbols: ['c', 'h'],
                          },
                          doc: 'Whose money the wallet holds.',
                        },
                        {
                          name: 'clientId',
                          type: ['null', 'string'],
                          doc: 'The client the address was allocated to; null for addresses of no client.',
                          default: null,
                        },
                      ],
                    },
                  ],
                  doc: 'Who of ours holds it; null for an outside party.',
                  default: null,
                },
              ],
            },
            doc: 'The address of ours that pays.',
          },
          { name: 'to', type: 'custody.types.v1.Party', doc: 'The address of ours that is paid.' },
          {
            name: 'amount',
            type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
            doc: "Value moved, in the asset's base units, the network fee not among it.",
          },
          {
            name: 'inputs',
            type: { type: 'array', items: 'string' },
            doc: 'Finalized transfers whose value it moves, first in first out; the last may be moved in part.',
          },
          {
            name: 'maxFee',
            type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
            doc: 'Most that all attempts together may pay the network, in base units of feeAssetId.',
          },
          { name: 'feeAssetId', type: 'string', doc: 'CAIP-19 id of the asset that pays fees.' },
          {
            name: 'digest',
            type: 'string',
            doc: 'SHA-256, in hex, over what approvers sign: flow, source, destination, amount, maximum fee, deadline and mandate version.',
          },
          { name: 'mandateId', type: 'string', doc: 'The mandate that permits it.' },
          {
            name: 'mandateVersion',
            type: 'long',
            doc: "The mandate's version in force when it was planned, counted from 1.",
          },
          {
            name: 'maker',
            type: 'string',
            doc: 'Who planned it: a person, or mandate:<mandateId> where it plans itself.',
          },
          {
            name: 'needsApproval',
            type: 'boolean',
            doc: 'True where the amount is over what the mandate lets move without a person.',
          },
          {
            name: 'deadline',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'Not signed after this, UTC.',
          },
        ],
      },
    },
  ],
});

/** A reorg past finality took the flow's transaction, or the coins it was to move: the books take back what stands of the flow. It may be broadcast and settle again. */
export const SweepReverted = defineEvent<'SweepReverted', SweepReverted>({
  name: 'SweepReverted',
  namespace: 'custody.outgoing.v1',
  topic: 'custody.outgoing.v1',
  key: '{chain}',
  subject: '{flowId}',
  identity: ['flowId', 'version'],
  versions: [
    {
      id: 22,
      schema: {
        type: 'record',
        name: 'SweepReverted',
        namespace: 'custody.outgoing.v1',
        doc: "A reorg past finality took the flow's transaction, or the coins it was to move: the books take back what stands of the flow. It may be broadcast and settle again.",
        topic: 'custody.outgoing.v1',
        key: '{chain}',
        subject: '{flowId}',
        identity: ['flowId', 'version'],
        fields: [
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When it was recorded, UTC.',
          },
          {
            name: 'flowId',
            type: 'string',
            doc: 'The flow: one movement of ours from plan to settlement; never changes.',
          },
          { name: 'version', type: 'long', doc: "The flow's version, counted from 1; each event of it adds one." },
          { name: 'kind', type: 'string', doc: 'Why it moves: sweep, top-up, refill or skim.' },
          { name: 'assetId', type: 'string', doc: 'CAIP-19 id of the asset that moves.' },
          {
            name: 'from',
            type: {
              type: 'record',
              name: 'Party',
              namespace: 'custody.types.v1',
              doc: 'One end of a transfer.',
              fields: [
                {
                  name: 'address',
                  type: 'string',
                  doc: "The address in the chain's canonical form: on EVM chains 0x and lower-case hex.",
                },
                {
                  name: 'owner',
                  type: [
                    'null',
                    {
                      type: 'record',
                      name: 'Owner',
                      namespace: 'custody.types.v1',
                      doc: 'Who of ours holds an address, as attributed when the transfer was first seen.',
                      fields: [
                        { name: 'walletId', type: 'string', doc: 'The wallet that the address belongs to.' },
                        {
                          name: 'role',
                          type: {
                            type: 'enum',
                            name: 'WalletRole',
                            namespace: 'custody.types.v1',
                            doc: 'What a wallet is for.',
                            symbols: ['deposit', 'hot', 'warm', 'cold', 'gas'],
                          },
                          doc: 'What the wallet is for.',
                        },
                        {
                          name: 'side',
                          type: {
                            type: 'enum',
                            name: 'Side',
                            namespace: 'custody.types.v1',
                            doc: "Whose money a wallet holds: c the clients', h the house's.",
                            symbols: ['c', 'h'],
                          },
                          doc: 'Whose money the wallet holds.',
                        },
                        {
                          name: 'clientId',
                          type: ['null', 'string'],
                          doc: 'The client the address was allocated to; null for addresses of no client.',
                          default: null,
                        },
                      ],
                    },
                  ],
                  doc: 'Who of ours holds it; null for an outside party.',
                  default: null,
                },
              ],
            },
            doc: 'The address of ours that pays.',
          },
          { name: 'to', type: 'custody.types.v1.Party', doc: 'The address of ours that is paid.' },
          {
            name: 'amount',
            type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
            doc: "Value moved, in the asset's base units, the network fee not among it.",
          },
          { name: 'txid', type: 'string', doc: 'The transaction last settled or broadcast.' },
          { name: 'fromState', type: 'string', doc: 'How far it had come: broadcast or settled.' },
          { name: 'reason', type: 'string', doc: 'What vanished.' },
        ],
      },
    },
  ],
});

/** The transaction is final and moved what was planned. */
export const SweepSettled = defineEvent<'SweepSettled', SweepSettled>({
  name: 'SweepSettled',
  namespace: 'custody.outgoing.v1',
  topic: 'custody.outgoing.v1',
  key: '{chain}',
  subject: '{flowId}',
  identity: ['flowId', 'version'],
  versions: [
    {
      id: 23,
      schema: {
        type: 'record',
        name: 'SweepSettled',
        namespace: 'custody.outgoing.v1',
        doc: 'The transaction is final and moved what was planned.',
        topic: 'custody.outgoing.v1',
        key: '{chain}',
        subject: '{flowId}',
        identity: ['flowId', 'version'],
        fields: [
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When it was recorded, UTC.',
          },
          {
            name: 'flowId',
            type: 'string',
            doc: 'The flow: one movement of ours from plan to settlement; never changes.',
          },
          { name: 'version', type: 'long', doc: "The flow's version, counted from 1; each event of it adds one." },
          { name: 'kind', type: 'string', doc: 'Why it moves: sweep, top-up, refill or skim.' },
          { name: 'assetId', type: 'string', doc: 'CAIP-19 id of the asset that moves.' },
          {
            name: 'from',
            type: {
              type: 'record',
              name: 'Party',
              namespace: 'custody.types.v1',
              doc: 'One end of a transfer.',
              fields: [
                {
                  name: 'address',
                  type: 'string',
                  doc: "The address in the chain's canonical form: on EVM chains 0x and lower-case hex.",
                },
                {
                  name: 'owner',
                  type: [
                    'null',
                    {
                      type: 'record',
                      name: 'Owner',
                      namespace: 'custody.types.v1',
                      doc: 'Who of ours holds an address, as attributed when the transfer was first seen.',
                      fields: [
                        { name: 'walletId', type: 'string', doc: 'The wallet that the address belongs to.' },
                        {
                          name: 'role',
                          type: {
                            type: 'enum',
                            name: 'WalletRole',
                            namespace: 'custody.types.v1',
                            doc: 'What a wallet is for.',
                            symbols: ['deposit', 'hot', 'warm', 'cold', 'gas'],
                          },
                          doc: 'What the wallet is for.',
                        },
                        {
                          name: 'side',
                          type: {
                            type: 'enum',
                            name: 'Side',
                            namespace: 'custody.types.v1',
                            doc: "Whose money a wallet holds: c the clients', h the house's.",
                            symbols: ['c', 'h'],
                          },
                          doc: 'Whose money the wallet holds.',
                        },
                        {
                          name: 'clientId',
                          type: ['null', 'string'],
                          doc: 'The client the address was allocated to; null for addresses of no client.',
                          default: null,
                        },
                      ],
                    },
                  ],
                  doc: 'Who of ours holds it; null for an outside party.',
                  default: null,
                },
              ],
            },
            doc: 'The address of ours that pays.',
          },
          { name: 'to', type: 'custody.types.v1.Party', doc: 'The address of ours that is paid.' },
          {
            name: 'amount',
            type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
            doc: "Value moved, in the asset's base units, the network fee not among it.",
          },
          {
            name: 'attempt',
            type: 'int',
            doc: 'Which attempt at the same nonce, counted from 1; the later ones replace the earlier.',
          },
          { name: 'txid', type: 'string', doc: 'Transaction hash, 0x and lower-case hex.' },
          {
            name: 'fee',
            type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
            doc: 'Network fee paid, in base units of feeAssetId.',
          },
          { name: 'feeAssetId', type: 'string', doc: 'CAIP-19 id of the asset that pays fees.' },
          {
            name: 'block',
            type: {
              type: 'record',
              name: 'Block',
              namespace: 'custody.types.v1',
              doc: 'The block that carries a fact.',
              fields: [
                { name: 'height', type: 'long', doc: 'Block number on its chain.' },
                { name: 'hash', type: 'string', doc: 'Block hash, 0x and lower-case hex.' },
                {
                  name: 'time',
                  type: { type: 'long', logicalType: 'timestamp-millis' },
                  doc: "The block's own timestamp, UTC.",
                },
              ],
            },
            doc: 'The block that carries the transaction.',
          },
        ],
      },
    },
  ],
});

/** An address is ours and is watched from its effective block on. */
export const AddressAllocated = defineEvent<'AddressAllocated', AddressAllocated>({
  name: 'AddressAllocated',
  namespace: 'custody.registry.v1',
  topic: 'custody.registry.v1',
  key: 'address/{chain}/{address}',
  subject: 'address/{chain}/{address}',
  identity: ['chain', 'address', 'version'],
  versions: [
    {
      id: 2,
      schema: {
        type: 'record',
        name: 'AddressAllocated',
        namespace: 'custody.registry.v1',
        doc: 'An address is ours and is watched from its effective block on.',
        topic: 'custody.registry.v1',
        key: 'address/{chain}/{address}',
        subject: 'address/{chain}/{address}',
        identity: ['chain', 'address', 'version'],
        fields: [
          { name: 'version', type: 'long', doc: "The aggregate's version, counted from 1; each change adds one." },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When the change was recorded, UTC.',
          },
          { name: 'maker', type: 'string', doc: 'Who asked for the change, as given.' },
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          { name: 'address', type: 'string', doc: 'The address in canonical form.' },
          { name: 'walletId', type: 'string', doc: 'Its wallet.' },
          {
            name: 'role',
            type: {
              type: 'enum',
              name: 'WalletRole',
              namespace: 'custody.types.v1',
              doc: 'What a wallet is for.',
              symbols: ['deposit', 'hot', 'warm', 'cold', 'gas'],
            },
            doc: "The wallet's role.",
          },
          {
            name: 'side',
            type: {
              type: 'enum',
              name: 'Side',
              namespace: 'custody.types.v1',
              doc: "Whose money a wallet holds: c the clients', h the house's.",
              symbols: ['c', 'h'],
            },
            doc: "The wallet's side.",
          },
          {
            name: 'clientId',
            type: ['null', 'string'],
            doc: "The client whose deposits arrive here; null if no client's.",
            default: null,
          },
          {
            name: 'derivationPath',
            type: ['null', 'string'],
            doc: 'BIP 32 path of its key, where there is one.',
            default: null,
          },
          {
            name: 'effectiveFromBlock',
            type: ['null', 'long'],
            doc: 'First block whose transfers count; null: the first block at or after occurredAt less one hour.',
            default: null,
          },
        ],
      },
    },
    {
      id: 24,
      schema: {
        type: 'record',
        name: 'AddressAllocated',
        namespace: 'custody.registry.v1',
        doc: 'An address is ours and is watched from its effective block on.',
        topic: 'custody.registry.v1',
        key: 'address/{chain}/{address}',
        subject: 'address/{chain}/{address}',
        identity: ['chain', 'address', 'version'],
        fields: [
          { name: 'version', type: 'long', doc: "The aggregate's version, counted from 1; each change adds one." },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When the change was recorded, UTC.',
          },
          { name: 'maker', type: 'string', doc: 'Who asked for the change.' },
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          { name: 'address', type: 'string', doc: 'The address in canonical form.' },
          { name: 'walletId', type: 'string', doc: 'Its wallet.' },
          {
            name: 'role',
            type: {
              type: 'enum',
              name: 'WalletRole',
              namespace: 'custody.types.v1',
              doc: 'What a wallet is for.',
              symbols: ['deposit', 'hot', 'warm', 'cold', 'gas'],
            },
            doc: "The wallet's role.",
          },
          {
            name: 'side',
            type: {
              type: 'enum',
              name: 'Side',
              namespace: 'custody.types.v1',
              doc: "Whose money a wallet holds: c the clients', h the house's.",
              symbols: ['c', 'h'],
            },
            doc: "The wallet's side.",
          },
          {
            name: 'clientId',
            type: ['null', 'string'],
            doc: "The client whose deposits arrive here; null if no client's.",
            default: null,
          },
          {
            name: 'derivationPath',
            type: ['null', 'string'],
            doc: 'BIP 32 path of its key, where there is one.',
            default: null,
          },
          {
            name: 'effectiveFromBlock',
            type: ['null', 'long'],
            doc: 'First block whose transfers count; null: the first block at or after occurredAt less one hour.',
            default: null,
          },
          {
            name: 'checker',
            type: ['null', 'string'],
            doc: 'Who approved the change, never the maker; null in records of before changes were approved.',
            default: null,
          },
        ],
      },
    },
  ],
});

/** An asset of a chain is watched and booked from now on. */
export const AssetListed = defineEvent<'AssetListed', AssetListed>({
  name: 'AssetListed',
  namespace: 'custody.registry.v1',
  topic: 'custody.registry.v1',
  key: 'asset/{assetId}',
  subject: 'asset/{assetId}',
  identity: ['assetId', 'version'],
  versions: [
    {
      id: 3,
      schema: {
        type: 'record',
        name: 'AssetListed',
        namespace: 'custody.registry.v1',
        doc: 'An asset of a chain is watched and booked from now on.',
        topic: 'custody.registry.v1',
        key: 'asset/{assetId}',
        subject: 'asset/{assetId}',
        identity: ['assetId', 'version'],
        fields: [
          { name: 'version', type: 'long', doc: "The aggregate's version, counted from 1; each change adds one." },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When the change was recorded, UTC.',
          },
          { name: 'maker', type: 'string', doc: 'Who asked for the change, as given.' },
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          { name: 'assetId', type: 'string', doc: 'CAIP-19 asset id; names the book.' },
          { name: 'symbol', type: 'string', doc: 'Ticker as shown, e.g. ETH.' },
          {
            name: 'decimals',
            type: 'int',
            doc: 'Decimal places of one whole unit: amount = base units / 10^decimals.',
          },
          {
            name: 'kind',
            type: {
              type: 'enum',
              name: 'AssetKind',
              namespace: 'custody.types.v1',
              doc: 'How the asset lives on its chain.',
              symbols: ['native', 'erc20'],
            },
            doc: 'How the asset lives on its chain.',
          },
          {
            name: 'contract',
            type: ['null', 'string'],
            doc: 'Token contract address; null for the native asset.',
            default: null,
          },
          {
            name: 'finality',
            type: {
              type: 'record',
              name: 'FinalityPolicy',
              namespace: 'custody.types.v1',
              doc: 'The two thresholds a transfer passes on its way to being credited.',
              fields: [
                {
                  name: 'confirmed',
                  type: 'string',
                  doc: 'When a transfer counts as confirmed: blocks:<n> (n blocks, its own included) or tag:<safe|finalized>.',
                },
                { name: 'finalized', type: 'string', doc: 'When it counts as final, in the same form.' },
              ],
            },
            doc: 'When its transfers are confirmed and final.',
          },
          {
            name: 'effectiveFromBlock',
            type: ['null', 'long'],
            doc: 'First block whose transfers count; null: the first block at or after occurredAt less one hour.',
            default: null,
          },
        ],
      },
    },
    {
      id: 25,
      schema: {
        type: 'record',
        name: 'AssetListed',
        namespace: 'custody.registry.v1',
        doc: 'An asset of a chain is watched and booked from now on.',
        topic: 'custody.registry.v1',
        key: 'asset/{assetId}',
        subject: 'asset/{assetId}',
        identity: ['assetId', 'version'],
        fields: [
          { name: 'version', type: 'long', doc: "The aggregate's version, counted from 1; each change adds one." },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When the change was recorded, UTC.',
          },
          { name: 'maker', type: 'string', doc: 'Who asked for the change.' },
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          { name: 'assetId', type: 'string', doc: 'CAIP-19 asset id; names the book.' },
          { name: 'symbol', type: 'string', doc: 'Ticker as shown, e.g. ETH.' },
          {
            name: 'decimals',
            type: 'int',
            doc: 'Decimal places of one whole unit: amount = base units / 10^decimals.',
          },
          {
            name: 'kind',
            type: {
              type: 'enum',
              name: 'AssetKind',
              namespace: 'custody.types.v1',
              doc: 'How the asset lives on its chain.',
              symbols: ['native', 'erc20'],
            },
            doc: 'How the asset lives on its chain.',
          },
          {
            name: 'contract',
            type: ['null', 'string'],
            doc: 'Token contract address; null for the native asset.',
            default: null,
          },
          {
            name: 'finality',
            type: {
              type: 'record',
              name: 'FinalityPolicy',
              namespace: 'custody.types.v1',
              doc: 'The two thresholds a transfer passes on its way to being credited.',
              fields: [
                {
                  name: 'confirmed',
                  type: 'string',
                  doc: 'When a transfer counts as confirmed: blocks:<n> (n blocks, its own included) or tag:<safe|finalized>.',
                },
                { name: 'finalized', type: 'string', doc: 'When it counts as final, in the same form.' },
              ],
            },
            doc: 'When its transfers are confirmed and final.',
          },
          {
            name: 'effectiveFromBlock',
            type: ['null', 'long'],
            doc: 'First block whose transfers count; null: the first block at or after occurredAt less one hour.',
            default: null,
          },
          {
            name: 'checker',
            type: ['null', 'string'],
            doc: 'Who approved the change, never the maker; null in records of before changes were approved.',
            default: null,
          },
        ],
      },
    },
  ],
});

/** A client is given no further addresses; what arrives at the old ones is still credited. */
export const ClientClosed = defineEvent<'ClientClosed', ClientClosed>({
  name: 'ClientClosed',
  namespace: 'custody.registry.v1',
  topic: 'custody.registry.v1',
  key: 'client/{clientId}',
  subject: 'client/{clientId}',
  identity: ['clientId', 'version'],
  versions: [
    {
      id: 4,
      schema: {
        type: 'record',
        name: 'ClientClosed',
        namespace: 'custody.registry.v1',
        doc: 'A client is given no further addresses; what arrives at the old ones is still credited.',
        topic: 'custody.registry.v1',
        key: 'client/{clientId}',
        subject: 'client/{clientId}',
        identity: ['clientId', 'version'],
        fields: [
          { name: 'version', type: 'long', doc: "The aggregate's version, counted from 1; each change adds one." },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When the change was recorded, UTC.',
          },
          { name: 'maker', type: 'string', doc: 'Who asked for the change, as given.' },
          { name: 'clientId', type: 'string', doc: 'The client.' },
        ],
      },
    },
    {
      id: 26,
      schema: {
        type: 'record',
        name: 'ClientClosed',
        namespace: 'custody.registry.v1',
        doc: 'A client is given no further addresses; what arrives at the old ones is still credited.',
        topic: 'custody.registry.v1',
        key: 'client/{clientId}',
        subject: 'client/{clientId}',
        identity: ['clientId', 'version'],
        fields: [
          { name: 'version', type: 'long', doc: "The aggregate's version, counted from 1; each change adds one." },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When the change was recorded, UTC.',
          },
          { name: 'maker', type: 'string', doc: 'Who asked for the change.' },
          { name: 'clientId', type: 'string', doc: 'The client.' },
          {
            name: 'checker',
            type: ['null', 'string'],
            doc: 'Who approved the change, never the maker; null in records of before changes were approved.',
            default: null,
          },
        ],
      },
    },
  ],
});

/** A client may be given deposit addresses. */
export const ClientOpened = defineEvent<'ClientOpened', ClientOpened>({
  name: 'ClientOpened',
  namespace: 'custody.registry.v1',
  topic: 'custody.registry.v1',
  key: 'client/{clientId}',
  subject: 'client/{clientId}',
  identity: ['clientId', 'version'],
  versions: [
    {
      id: 5,
      schema: {
        type: 'record',
        name: 'ClientOpened',
        namespace: 'custody.registry.v1',
        doc: 'A client may be given deposit addresses.',
        topic: 'custody.registry.v1',
        key: 'client/{clientId}',
        subject: 'client/{clientId}',
        identity: ['clientId', 'version'],
        fields: [
          { name: 'version', type: 'long', doc: "The aggregate's version, counted from 1; each change adds one." },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When the change was recorded, UTC.',
          },
          { name: 'maker', type: 'string', doc: 'Who asked for the change, as given.' },
          { name: 'clientId', type: 'string', doc: "The custodian's own id of the client; carries no personal data." },
        ],
      },
    },
    {
      id: 27,
      schema: {
        type: 'record',
        name: 'ClientOpened',
        namespace: 'custody.registry.v1',
        doc: 'A client may be given deposit addresses.',
        topic: 'custody.registry.v1',
        key: 'client/{clientId}',
        subject: 'client/{clientId}',
        identity: ['clientId', 'version'],
        fields: [
          { name: 'version', type: 'long', doc: "The aggregate's version, counted from 1; each change adds one." },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When the change was recorded, UTC.',
          },
          { name: 'maker', type: 'string', doc: 'Who asked for the change.' },
          { name: 'clientId', type: 'string', doc: "The custodian's own id of the client; carries no personal data." },
          {
            name: 'checker',
            type: ['null', 'string'],
            doc: 'Who approved the change, never the maker; null in records of before changes were approved.',
            default: null,
          },
        ],
      },
    },
  ],
});

/** A standing permission to move value of one asset from wallets of one role to one wallet was given, changed or withdrawn. */
export const MandateChanged = defineEvent<'MandateChanged', MandateChanged>({
  name: 'MandateChanged',
  namespace: 'custody.registry.v1',
  topic: 'custody.registry.v1',
  key: 'mandate/{mandateId}',
  subject: 'mandate/{mandateId}',
  identity: ['mandateId', 'version'],
  versions: [
    {
      id: 28,
      schema: {
        type: 'record',
        name: 'MandateChanged',
        namespace: 'custody.registry.v1',
        doc: 'A standing permission to move value of one asset from wallets of one role to one wallet was given, changed or withdrawn.',
        topic: 'custody.registry.v1',
        key: 'mandate/{mandateId}',
        subject: 'mandate/{mandateId}',
        identity: ['mandateId', 'version'],
        fields: [
          { name: 'version', type: 'long', doc: "The aggregate's version, counted from 1; each change adds one." },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When the change was recorded, UTC.',
          },
          { name: 'maker', type: 'string', doc: 'Who asked for the change.' },
          { name: 'checker', type: 'string', doc: 'Who approved it; never the maker.' },
          { name: 'mandateId', type: 'string', doc: 'The mandate.' },
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          { name: 'assetId', type: 'string', doc: 'CAIP-19 id of the asset that it lets move.' },
          { name: 'kind', type: 'string', doc: 'What it lets be planned: sweep, top-up, refill or skim.' },
          { name: 'enabled', type: 'boolean', doc: 'False: withdrawn, nothing more is planned under it.' },
          {
            name: 'fromRole',
            type: {
              type: 'enum',
              name: 'WalletRole',
              namespace: 'custody.types.v1',
              doc: 'What a wallet is for.',
              symbols: ['deposit', 'hot', 'warm', 'cold', 'gas'],
            },
            doc: 'Role of the wallets that pay.',
          },
          {
            name: 'toWalletId',
            type: ['null', 'string'],
            doc: 'The wallet that is paid; null for a top-up, which pays the deposit address that needs gas.',
            default: null,
          },
          {
            name: 'threshold',
            type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
            doc: 'A sweep is planned once an address holds this much, in base units of assetId; 0 for a movement by hand.',
          },
          {
            name: 'automaticUpTo',
            type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
            doc: "Most that one movement may carry without a person's approval, in base units of assetId; 0: each waits for an approver.",
          },
          {
            name: 'limit',
            type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
            doc: 'Most that one movement may carry at all, in base units of assetId.',
          },
          {
            name: 'maxFee',
            type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
            doc: "Most that one movement may pay the network, in base units of the chain's native asset.",
          },
          { name: 'validForSeconds', type: 'int', doc: 'How long a plan may wait to be signed, in seconds.' },
        ],
      },
    },
  ],
});

/** A wallet exists and may hold addresses. */
export const WalletCreated = defineEvent<'WalletCreated', WalletCreated>({
  name: 'WalletCreated',
  namespace: 'custody.registry.v1',
  topic: 'custody.registry.v1',
  key: 'wallet/{walletId}',
  subject: 'wallet/{walletId}',
  identity: ['walletId', 'version'],
  versions: [
    {
      id: 6,
      schema: {
        type: 'record',
        name: 'WalletCreated',
        namespace: 'custody.registry.v1',
        doc: 'A wallet exists and may hold addresses.',
        topic: 'custody.registry.v1',
        key: 'wallet/{walletId}',
        subject: 'wallet/{walletId}',
        identity: ['walletId', 'version'],
        fields: [
          { name: 'version', type: 'long', doc: "The aggregate's version, counted from 1; each change adds one." },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When the change was recorded, UTC.',
          },
          { name: 'maker', type: 'string', doc: 'Who asked for the change, as given.' },
          { name: 'walletId', type: 'string', doc: 'The wallet.' },
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          {
            name: 'role',
            type: {
              type: 'enum',
              name: 'WalletRole',
              namespace: 'custody.types.v1',
              doc: 'What a wallet is for.',
              symbols: ['deposit', 'hot', 'warm', 'cold', 'gas'],
            },
            doc: 'What the wallet is for.',
          },
          {
            name: 'side',
            type: {
              type: 'enum',
              name: 'Side',
              namespace: 'custody.types.v1',
              doc: "Whose money a wallet holds: c the clients', h the house's.",
              symbols: ['c', 'h'],
            },
            doc: 'Whose money it holds.',
          },
          { name: 'label', type: 'string', doc: 'The name that people read.' },
        ],
      },
    },
    {
      id: 29,
      schema: {
        type: 'record',
        name: 'WalletCreated',
        namespace: 'custody.registry.v1',
        doc: 'A wallet exists and may hold addresses.',
        topic: 'custody.registry.v1',
        key: 'wallet/{walletId}',
        subject: 'wallet/{walletId}',
        identity: ['walletId', 'version'],
        fields: [
          { name: 'version', type: 'long', doc: "The aggregate's version, counted from 1; each change adds one." },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When the change was recorded, UTC.',
          },
          { name: 'maker', type: 'string', doc: 'Who asked for the change.' },
          { name: 'walletId', type: 'string', doc: 'The wallet.' },
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          {
            name: 'role',
            type: {
              type: 'enum',
              name: 'WalletRole',
              namespace: 'custody.types.v1',
              doc: 'What a wallet is for.',
              symbols: ['deposit', 'hot', 'warm', 'cold', 'gas'],
            },
            doc: 'What the wallet is for.',
          },
          {
            name: 'side',
            type: {
              type: 'enum',
              name: 'Side',
              namespace: 'custody.types.v1',
              doc: "Whose money a wallet holds: c the clients', h the house's.",
              symbols: ['c', 'h'],
            },
            doc: 'Whose money it holds.',
          },
          { name: 'label', type: 'string', doc: 'The name that people read.' },
          {
            name: 'checker',
            type: ['null', 'string'],
            doc: 'Who approved the change, never the maker; null in records of before changes were approved.',
            default: null,
          },
        ],
      },
    },
  ],
});

/** The watcher of a chain stopped: a finalized block left the chain. It resumes only by an operator's command. */
export const ChainHalted = defineEvent<'ChainHalted', ChainHalted>({
  name: 'ChainHalted',
  namespace: 'custody.transfers.v1',
  topic: 'custody.transfers.v1',
  key: '{chain}',
  subject: '{chain}',
  identity: ['chain', 'height', 'hash', 'occurredAt'],
  versions: [
    {
      id: 7,
      schema: {
        type: 'record',
        name: 'ChainHalted',
        namespace: 'custody.transfers.v1',
        doc: "The watcher of a chain stopped: a finalized block left the chain. It resumes only by an operator's command.",
        topic: 'custody.transfers.v1',
        key: '{chain}',
        subject: '{chain}',
        identity: ['chain', 'height', 'hash', 'occurredAt'],
        fields: [
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When the watcher established the fact, UTC.',
          },
          { name: 'height', type: 'long', doc: 'Height at which the watcher stopped.' },
          { name: 'hash', type: 'string', doc: 'Hash the watcher holds at that height.' },
          { name: 'provider', type: 'string', doc: 'The provider that showed the conflict.' },
          { name: 'reason', type: 'string', doc: 'What happened and what to do next.' },
        ],
      },
    },
  ],
});

/** An operator let the watcher of a halted chain go on: what left the chain is taken back, final facts too. */
export const ChainResumed = defineEvent<'ChainResumed', ChainResumed>({
  name: 'ChainResumed',
  namespace: 'custody.transfers.v1',
  topic: 'custody.transfers.v1',
  key: '{chain}',
  subject: '{chain}',
  identity: ['chain', 'height', 'hash', 'occurredAt'],
  versions: [
    {
      id: 30,
      schema: {
        type: 'record',
        name: 'ChainResumed',
        namespace: 'custody.transfers.v1',
        doc: 'An operator let the watcher of a halted chain go on: what left the chain is taken back, final facts too.',
        topic: 'custody.transfers.v1',
        key: '{chain}',
        subject: '{chain}',
        identity: ['chain', 'height', 'hash', 'occurredAt'],
        fields: [
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: "When the operator's command was recorded, UTC.",
          },
          {
            name: 'height',
            type: 'long',
            doc: 'Height of the last block that both chains share; everything above it is taken back.',
          },
          { name: 'hash', type: 'string', doc: 'Hash of that block.' },
          { name: 'operator', type: 'string', doc: 'Who resumed it.' },
          { name: 'reason', type: 'string', doc: "Why, in the operator's words." },
        ],
      },
    },
  ],
});

/** A transaction sent by an address of ours is final. */
export const TransactionFinalized = defineEvent<'TransactionFinalized', TransactionFinalized>({
  name: 'TransactionFinalized',
  namespace: 'custody.transfers.v1',
  topic: 'custody.transfers.v1',
  key: '{chain}',
  subject: '{chain}/{txid}',
  identity: ['chain', 'txid', 'block.hash', 'occurrence'],
  versions: [
    {
      id: 8,
      schema: {
        type: 'record',
        name: 'TransactionFinalized',
        namespace: 'custody.transfers.v1',
        doc: 'A transaction sent by an address of ours is final.',
        topic: 'custody.transfers.v1',
        key: '{chain}',
        subject: '{chain}/{txid}',
        identity: ['chain', 'txid', 'block.hash', 'occurrence'],
        fields: [
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When the watcher established the fact, UTC.',
          },
          { name: 'txid', type: 'string', doc: 'Transaction hash.' },
          {
            name: 'sender',
            type: {
              type: 'record',
              name: 'Party',
              namespace: 'custody.types.v1',
              doc: 'One end of a transfer.',
              fields: [
                {
                  name: 'address',
                  type: 'string',
                  doc: "The address in the chain's canonical form: on EVM chains 0x and lower-case hex.",
                },
                {
                  name: 'owner',
                  type: [
                    'null',
                    {
                      type: 'record',
                      name: 'Owner',
                      namespace: 'custody.types.v1',
                      doc: 'Who of ours holds an address, as attributed when the transfer was first seen.',
                      fields: [
                        { name: 'walletId', type: 'string', doc: 'The wallet that the address belongs to.' },
                        {
                          name: 'role',
                          type: {
                            type: 'enum',
                            name: 'WalletRole',
                            namespace: 'custody.types.v1',
                            doc: 'What a wallet is for.',
                            symbols: ['deposit', 'hot', 'warm', 'cold', 'gas'],
                          },
                          doc: 'What the wallet is for.',
                        },
                        {
                          name: 'side',
                          type: {
                            type: 'enum',
                            name: 'Side',
                            namespace: 'custody.types.v1',
                            doc: "Whose money a wallet holds: c the clients', h the house's.",
                            symbols: ['c', 'h'],
                          },
                          doc: 'Whose money the wallet holds.',
                        },
                        {
                          name: 'clientId',
                          type: ['null', 'string'],
                          doc: 'The client the address was allocated to; null for addresses of no client.',
                          default: null,
                        },
                      ],
                    },
                  ],
                  doc: 'Who of ours holds it; null for an outside party.',
                  default: null,
                },
              ],
            },
            doc: 'The address of ours that sent and paid.',
          },
          { name: 'nonce', type: 'long', doc: "The sender's nonce." },
          {
            name: 'status',
            type: {
              type: 'enum',
              name: 'TransactionStatus',
              namespace: 'custody.types.v1',
              doc: 'What the receipt says.',
              symbols: ['success', 'failed'],
            },
            doc: 'What the receipt says: a failed transaction moves no value and still pays its fee.',
          },
          {
            name: 'fee',
            type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
            doc: 'Fee paid, in base units of feeAssetId.',
          },
          { name: 'feeAssetId', type: 'string', doc: 'CAIP-19 id of the asset that pays fees.' },
          {
            name: 'block',
            type: {
              type: 'record',
              name: 'Block',
              namespace: 'custody.types.v1',
              doc: 'The block that carries a fact.',
              fields: [
                { name: 'height', type: 'long', doc: 'Block number on its chain.' },
                { name: 'hash', type: 'string', doc: 'Block hash, 0x and lower-case hex.' },
                {
                  name: 'time',
                  type: { type: 'long', logicalType: 'timestamp-millis' },
                  doc: "The block's own timestamp, UTC.",
                },
              ],
            },
            doc: 'The block that carries it.',
          },
          { name: 'occurrence', type: 'int', doc: 'How often this transaction was reverted before.' },
          { name: 'late', type: 'boolean', doc: 'True where the fact is behind the block order of its stream.' },
        ],
      },
    },
  ],
});

/** A transaction sent by an address of ours is in a block. */
export const TransactionMined = defineEvent<'TransactionMined', TransactionMined>({
  name: 'TransactionMined',
  namespace: 'custody.transfers.v1',
  topic: 'custody.transfers.v1',
  key: '{chain}',
  subject: '{chain}/{txid}',
  identity: ['chain', 'txid', 'block.hash', 'occurrence'],
  versions: [
    {
      id: 9,
      schema: {
        type: 'record',
        name: 'TransactionMined',
        namespace: 'custody.transfers.v1',
        doc: 'A transaction sent by an address of ours is in a block.',
        topic: 'custody.transfers.v1',
        key: '{chain}',
        subject: '{chain}/{txid}',
        identity: ['chain', 'txid', 'block.hash', 'occurrence'],
        fields: [
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When the watcher established the fact, UTC.',
          },
          { name: 'txid', type: 'string', doc: 'Transaction hash.' },
          {
            name: 'sender',
            type: {
              type: 'record',
              name: 'Party',
              namespace: 'custody.types.v1',
              doc: 'One end of a transfer.',
              fields: [
                {
                  name: 'address',
                  type: 'string',
                  doc: "The address in the chain's canonical form: on EVM chains 0x and lower-case hex.",
                },
                {
                  name: 'owner',
                  type: [
                    'null',
                    {
                      type: 'record',
                      name: 'Owner',
                      namespace: 'custody.types.v1',
                      doc: 'Who of ours holds an address, as attributed when the transfer was first seen.',
                      fields: [
                        { name: 'walletId', type: 'string', doc: 'The wallet that the address belongs to.' },
                        {
                          name: 'role',
                          type: {
                            type: 'enum',
                            name: 'WalletRole',
                            namespace: 'custody.types.v1',
                            doc: 'What a wallet is for.',
                            symbols: ['deposit', 'hot', 'warm', 'cold', 'gas'],
                          },
                          doc: 'What the wallet is for.',
                        },
                        {
                          name: 'side',
                          type: {
                            type: 'enum',
                            name: 'Side',
                            namespace: 'custody.types.v1',
                            doc: "Whose money a wallet holds: c the clients', h the house's.",
                            symbols: ['c', 'h'],
                          },
                          doc: 'Whose money the wallet holds.',
                        },
                        {
                          name: 'clientId',
                          type: ['null', 'string'],
                          doc: 'The client the address was allocated to; null for addresses of no client.',
                          default: null,
                        },
                      ],
                    },
                  ],
                  doc: 'Who of ours holds it; null for an outside party.',
                  default: null,
                },
              ],
            },
            doc: 'The address of ours that sent and paid.',
          },
          { name: 'nonce', type: 'long', doc: "The sender's nonce." },
          {
            name: 'status',
            type: {
              type: 'enum',
              name: 'TransactionStatus',
              namespace: 'custody.types.v1',
              doc: 'What the receipt says.',
              symbols: ['success', 'failed'],
            },
            doc: 'What the receipt says: a failed transaction moves no value and still pays its fee.',
          },
          {
            name: 'fee',
            type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
            doc: 'Fee paid, in base units of feeAssetId.',
          },
          { name: 'feeAssetId', type: 'string', doc: 'CAIP-19 id of the asset that pays fees.' },
          {
            name: 'block',
            type: {
              type: 'record',
              name: 'Block',
              namespace: 'custody.types.v1',
              doc: 'The block that carries a fact.',
              fields: [
                { name: 'height', type: 'long', doc: 'Block number on its chain.' },
                { name: 'hash', type: 'string', doc: 'Block hash, 0x and lower-case hex.' },
                {
                  name: 'time',
                  type: { type: 'long', logicalType: 'timestamp-millis' },
                  doc: "The block's own timestamp, UTC.",
                },
              ],
            },
            doc: 'The block that carries it.',
          },
          { name: 'occurrence', type: 'int', doc: 'How often this transaction was reverted before.' },
          { name: 'late', type: 'boolean', doc: 'True where the fact is behind the block order of its stream.' },
        ],
      },
    },
  ],
});

/** The block of a transaction sent by an address of ours left the chain. */
export const TransactionReverted = defineEvent<'TransactionReverted', TransactionReverted>({
  name: 'TransactionReverted',
  namespace: 'custody.transfers.v1',
  topic: 'custody.transfers.v1',
  key: '{chain}',
  subject: '{chain}/{txid}',
  identity: ['chain', 'txid', 'block.hash', 'occurrence'],
  versions: [
    {
      id: 10,
      schema: {
        type: 'record',
        name: 'TransactionReverted',
        namespace: 'custody.transfers.v1',
        doc: 'The block of a transaction sent by an address of ours left the chain.',
        topic: 'custody.transfers.v1',
        key: '{chain}',
        subject: '{chain}/{txid}',
        identity: ['chain', 'txid', 'block.hash', 'occurrence'],
        fields: [
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When the watcher established the fact, UTC.',
          },
          { name: 'txid', type: 'string', doc: 'Transaction hash.' },
          {
            name: 'sender',
            type: {
              type: 'record',
              name: 'Party',
              namespace: 'custody.types.v1',
              doc: 'One end of a transfer.',
              fields: [
                {
                  name: 'address',
                  type: 'string',
                  doc: "The address in the chain's canonical form: on EVM chains 0x and lower-case hex.",
                },
                {
                  name: 'owner',
                  type: [
                    'null',
                    {
                      type: 'record',
                      name: 'Owner',
                      namespace: 'custody.types.v1',
                      doc: 'Who of ours holds an address, as attributed when the transfer was first seen.',
                      fields: [
                        { name: 'walletId', type: 'string', doc: 'The wallet that the address belongs to.' },
                        {
                          name: 'role',
                          type: {
                            type: 'enum',
                            name: 'WalletRole',
                            namespace: 'custody.types.v1',
                            doc: 'What a wallet is for.',
                            symbols: ['deposit', 'hot', 'warm', 'cold', 'gas'],
                          },
                          doc: 'What the wallet is for.',
                        },
                        {
                          name: 'side',
                          type: {
                            type: 'enum',
                            name: 'Side',
                            namespace: 'custody.types.v1',
                            doc: "Whose money a wallet holds: c the clients', h the house's.",
                            symbols: ['c', 'h'],
                          },
                          doc: 'Whose money the wallet holds.',
                        },
                        {
                          name: 'clientId',
                          type: ['null', 'string'],
                          doc: 'The client the address was allocated to; null for addresses of no client.',
                          default: null,
                        },
                      ],
                    },
                  ],
                  doc: 'Who of ours holds it; null for an outside party.',
                  default: null,
                },
              ],
            },
            doc: 'The address of ours that sent and paid.',
          },
          { name: 'nonce', type: 'long', doc: "The sender's nonce." },
          {
            name: 'status',
            type: {
              type: 'enum',
              name: 'TransactionStatus',
              namespace: 'custody.types.v1',
              doc: 'What the receipt says.',
              symbols: ['success', 'failed'],
            },
            doc: 'What the receipt says: a failed transaction moves no value and still pays its fee.',
          },
          {
            name: 'fee',
            type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
            doc: 'Fee paid, in base units of feeAssetId.',
          },
          { name: 'feeAssetId', type: 'string', doc: 'CAIP-19 id of the asset that pays fees.' },
          {
            name: 'block',
            type: {
              type: 'record',
              name: 'Block',
              namespace: 'custody.types.v1',
              doc: 'The block that carries a fact.',
              fields: [
                { name: 'height', type: 'long', doc: 'Block number on its chain.' },
                { name: 'hash', type: 'string', doc: 'Block hash, 0x and lower-case hex.' },
                {
                  name: 'time',
                  type: { type: 'long', logicalType: 'timestamp-millis' },
                  doc: "The block's own timestamp, UTC.",
                },
              ],
            },
            doc: 'The block that carries it.',
          },
          { name: 'occurrence', type: 'int', doc: 'How often this transaction was reverted before.' },
          { name: 'late', type: 'boolean', doc: 'True where the fact is behind the block order of its stream.' },
        ],
      },
    },
    {
      id: 31,
      schema: {
        type: 'record',
        name: 'TransactionReverted',
        namespace: 'custody.transfers.v1',
        doc: 'The block of a transaction sent by an address of ours left the chain.',
        topic: 'custody.transfers.v1',
        key: '{chain}',
        subject: '{chain}/{txid}',
        identity: ['chain', 'txid', 'block.hash', 'occurrence'],
        fields: [
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When the watcher established the fact, UTC.',
          },
          { name: 'txid', type: 'string', doc: 'Transaction hash.' },
          {
            name: 'sender',
            type: {
              type: 'record',
              name: 'Party',
              namespace: 'custody.types.v1',
              doc: 'One end of a transfer.',
              fields: [
                {
                  name: 'address',
                  type: 'string',
                  doc: "The address in the chain's canonical form: on EVM chains 0x and lower-case hex.",
                },
                {
                  name: 'owner',
                  type: [
                    'null',
                    {
                      type: 'record',
                      name: 'Owner',
                      namespace: 'custody.types.v1',
                      doc: 'Who of ours holds an address, as attributed when the transfer was first seen.',
                      fields: [
                        { name: 'walletId', type: 'string', doc: 'The wallet that the address belongs to.' },
                        {
                          name: 'role',
                          type: {
                            type: 'enum',
                            name: 'WalletRole',
                            namespace: 'custody.types.v1',
                            doc: 'What a wallet is for.',
                            symbols: ['deposit', 'hot', 'warm', 'cold', 'gas'],
                          },
                          doc: 'What the wallet is for.',
                        },
                        {
                          name: 'side',
                          type: {
                            type: 'enum',
                            name: 'Side',
                            namespace: 'custody.types.v1',
                            doc: "Whose money a wallet holds: c the clients', h the house's.",
                            symbols: ['c', 'h'],
                          },
                          doc: 'Whose money the wallet holds.',
                        },
                        {
                          name: 'clientId',
                          type: ['null', 'string'],
                          doc: 'The client the address was allocated to; null for addresses of no client.',
                          default: null,
                        },
                      ],
                    },
                  ],
                  doc: 'Who of ours holds it; null for an outside party.',
                  default: null,
                },
              ],
            },
            doc: 'The address of ours that sent and paid.',
          },
          { name: 'nonce', type: 'long', doc: "The sender's nonce." },
          {
            name: 'status',
            type: {
              type: 'enum',
              name: 'TransactionStatus',
              namespace: 'custody.types.v1',
              doc: 'What the receipt says.',
              symbols: ['success', 'failed'],
            },
            doc: 'What the receipt says: a failed transaction moves no value and still pays its fee.',
          },
          {
            name: 'fee',
            type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
            doc: 'Fee paid, in base units of feeAssetId.',
          },
          { name: 'feeAssetId', type: 'string', doc: 'CAIP-19 id of the asset that pays fees.' },
          {
            name: 'block',
            type: {
              type: 'record',
              name: 'Block',
              namespace: 'custody.types.v1',
              doc: 'The block that carries a fact.',
              fields: [
                { name: 'height', type: 'long', doc: 'Block number on its chain.' },
                { name: 'hash', type: 'string', doc: 'Block hash, 0x and lower-case hex.' },
                {
                  name: 'time',
                  type: { type: 'long', logicalType: 'timestamp-millis' },
                  doc: "The block's own timestamp, UTC.",
                },
              ],
            },
            doc: 'The block that carries it.',
          },
          { name: 'occurrence', type: 'int', doc: 'How often this transaction was reverted before.' },
          { name: 'late', type: 'boolean', doc: 'True where the fact is behind the block order of its stream.' },
          {
            name: 'wasFinal',
            type: 'boolean',
            doc: 'True where the transaction had been final: a reorg past finality took it.',
            default: false,
          },
        ],
      },
    },
  ],
});

/** The transfer has passed the first threshold of its finality policy: pending, not yet available. */
export const TransferConfirmed = defineEvent<'TransferConfirmed', TransferConfirmed>({
  name: 'TransferConfirmed',
  namespace: 'custody.transfers.v1',
  topic: 'custody.transfers.v1',
  key: '{chain}',
  subject: '{transferId}',
  identity: ['chain', 'txid', 'index', 'block.hash', 'occurrence'],
  versions: [
    {
      id: 11,
      schema: {
        type: 'record',
        name: 'TransferConfirmed',
        namespace: 'custody.transfers.v1',
        doc: 'The transfer has passed the first threshold of its finality policy: pending, not yet available.',
        topic: 'custody.transfers.v1',
        key: '{chain}',
        subject: '{transferId}',
        identity: ['chain', 'txid', 'index', 'block.hash', 'occurrence'],
        fields: [
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When the watcher established the fact, UTC.',
          },
          { name: 'transferId', type: 'string', doc: '<chain>/<txid>/<index>; never changes.' },
          { name: 'txid', type: 'string', doc: 'Transaction hash, 0x and lower-case hex.' },
          {
            name: 'index',
            type: 'string',
            doc: "Place in the transaction: native, or log:<n> counted within the transaction's own receipt.",
          },
          { name: 'assetId', type: 'string', doc: 'CAIP-19 asset id.' },
          {
            name: 'from',
            type: {
              type: 'record',
              name: 'Party',
              namespace: 'custody.types.v1',
              doc: 'One end of a transfer.',
              fields: [
                {
                  name: 'address',
                  type: 'string',
                  doc: "The address in the chain's canonical form: on EVM chains 0x and lower-case hex.",
                },
                {
                  name: 'owner',
                  type: [
                    'null',
                    {
                      type: 'record',
                      name: 'Owner',
                      namespace: 'custody.types.v1',
                      doc: 'Who of ours holds an address, as attributed when the transfer was first seen.',
                      fields: [
                        { name: 'walletId', type: 'string', doc: 'The wallet that the address belongs to.' },
                        {
                          name: 'role',
                          type: {
                            type: 'enum',
                            name: 'WalletRole',
                            namespace: 'custody.types.v1',
                            doc: 'What a wallet is for.',
                            symbols: ['deposit', 'hot', 'warm', 'cold', 'gas'],
                          },
                          doc: 'What the wallet is for.',
                        },
                        {
                          name: 'side',
                          type: {
                            type: 'enum',
                            name: 'Side',
                            namespace: 'custody.types.v1',
                            doc: "Whose money a wallet holds: c the clients', h the house's.",
                            symbols: ['c', 'h'],
                          },
                          doc: 'Whose money the wallet holds.',
                        },
                        {
                          name: 'clientId',
                          type: ['null', 'string'],
                          doc: 'The client the address was allocated to; null for addresses of no client.',
                          default: null,
                        },
                      ],
                    },
                  ],
                  doc: 'Who of ours holds it; null for an outside party.',
                  default: null,
                },
              ],
            },
            doc: 'Where the value left.',
          },
          { name: 'to', type: 'custody.types.v1.Party', doc: 'Where the value arrived.' },
          {
            name: 'amount',
            type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
            doc: "Value moved, in the asset's base units.",
          },
          {
            name: 'block',
            type: {
              type: 'record',
              name: 'Block',
              namespace: 'custody.types.v1',
              doc: 'The block that carries a fact.',
              fields: [
                { name: 'height', type: 'long', doc: 'Block number on its chain.' },
                { name: 'hash', type: 'string', doc: 'Block hash, 0x and lower-case hex.' },
                {
                  name: 'time',
                  type: { type: 'long', logicalType: 'timestamp-millis' },
                  doc: "The block's own timestamp, UTC.",
                },
              ],
            },
            doc: 'The block that carries the transfer.',
          },
          {
            name: 'confirmations',
            type: 'long',
            doc: "Blocks on top of and including the transfer's own when this was established.",
          },
          { name: 'occurrence', type: 'int', doc: 'How often this transfer was reverted before.' },
          {
            name: 'late',
            type: 'boolean',
            doc: 'True where an address or asset was registered late and the fact is behind the block order of its stream.',
          },
        ],
      },
    },
  ],
});

/** The transfer is final: it can be credited. */
export const TransferFinalized = defineEvent<'TransferFinalized', TransferFinalized>({
  name: 'TransferFinalized',
  namespace: 'custody.transfers.v1',
  topic: 'custody.transfers.v1',
  key: '{chain}',
  subject: '{transferId}',
  identity: ['chain', 'txid', 'index', 'block.hash', 'occurrence'],
  versions: [
    {
      id: 12,
      schema: {
        type: 'record',
        name: 'TransferFinalized',
        namespace: 'custody.transfers.v1',
        doc: 'The transfer is final: it can be credited.',
        topic: 'custody.transfers.v1',
        key: '{chain}',
        subject: '{transferId}',
        identity: ['chain', 'txid', 'index', 'block.hash', 'occurrence'],
        fields: [
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When the watcher established the fact, UTC.',
          },
          { name: 'transferId', type: 'string', doc: '<chain>/<txid>/<index>; never changes.' },
          { name: 'txid', type: 'string', doc: 'Transaction hash, 0x and lower-case hex.' },
          {
            name: 'index',
            type: 'string',
            doc: "Place in the transaction: native, or log:<n> counted within the transaction's own receipt.",
          },
          { name: 'assetId', type: 'string', doc: 'CAIP-19 asset id.' },
          {
            name: 'from',
            type: {
              type: 'record',
              name: 'Party',
              namespace: 'custody.types.v1',
              doc: 'One end of a transfer.',
              fields: [
                {
                  name: 'address',
                  type: 'string',
                  doc: "The address in the chain's canonical form: on EVM chains 0x and lower-case hex.",
                },
                {
                  name: 'owner',
                  type: [
                    'null',
                    {
                      type: 'record',
                      name: 'Owner',
                      namespace: 'custody.types.v1',
                      doc: 'Who of ours holds an address, as attributed when the transfer was first seen.',
                      fields: [
                        { name: 'walletId', type: 'string', doc: 'The wallet that the address belongs to.' },
                        {
                          name: 'role',
                          type: {
                            type: 'enum',
                            name: 'WalletRole',
                            namespace: 'custody.types.v1',
                            doc: 'What a wallet is for.',
                            symbols: ['deposit', 'hot', 'warm', 'cold', 'gas'],
                          },
                          doc: 'What the wallet is for.',
                        },
                        {
                          name: 'side',
                          type: {
                            type: 'enum',
                            name: 'Side',
                            namespace: 'custody.types.v1',
                            doc: "Whose money a wallet holds: c the clients', h the house's.",
                            symbols: ['c', 'h'],
                          },
                          doc: 'Whose money the wallet holds.',
                        },
                        {
                          name: 'clientId',
                          type: ['null', 'string'],
                          doc: 'The client the address was allocated to; null for addresses of no client.',
                          default: null,
                        },
                      ],
                    },
                  ],
                  doc: 'Who of ours holds it; null for an outside party.',
                  default: null,
                },
              ],
            },
            doc: 'Where the value left.',
          },
          { name: 'to', type: 'custody.types.v1.Party', doc: 'Where the value arrived.' },
          {
            name: 'amount',
            type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
            doc: "Value moved, in the asset's base units.",
          },
          {
            name: 'block',
            type: {
              type: 'record',
              name: 'Block',
              namespace: 'custody.types.v1',
              doc: 'The block that carries a fact.',
              fields: [
                { name: 'height', type: 'long', doc: 'Block number on its chain.' },
                { name: 'hash', type: 'string', doc: 'Block hash, 0x and lower-case hex.' },
                {
                  name: 'time',
                  type: { type: 'long', logicalType: 'timestamp-millis' },
                  doc: "The block's own timestamp, UTC.",
                },
              ],
            },
            doc: 'The block that carries the transfer.',
          },
          {
            name: 'confirmations',
            type: 'long',
            doc: "Blocks on top of and including the transfer's own when this was established.",
          },
          { name: 'occurrence', type: 'int', doc: 'How often this transfer was reverted before.' },
          {
            name: 'late',
            type: 'boolean',
            doc: 'True where an address or asset was registered late and the fact is behind the block order of its stream.',
          },
        ],
      },
    },
  ],
});

/** The block of a transfer left the chain; the transfer may return in another block. */
export const TransferReverted = defineEvent<'TransferReverted', TransferReverted>({
  name: 'TransferReverted',
  namespace: 'custody.transfers.v1',
  topic: 'custody.transfers.v1',
  key: '{chain}',
  subject: '{transferId}',
  identity: ['chain', 'txid', 'index', 'block.hash', 'occurrence'],
  versions: [
    {
      id: 13,
      schema: {
        type: 'record',
        name: 'TransferReverted',
        namespace: 'custody.transfers.v1',
        doc: 'The block of a transfer left the chain; the transfer may return in another block.',
        topic: 'custody.transfers.v1',
        key: '{chain}',
        subject: '{transferId}',
        identity: ['chain', 'txid', 'index', 'block.hash', 'occurrence'],
        fields: [
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When the watcher established the fact, UTC.',
          },
          { name: 'transferId', type: 'string', doc: '<chain>/<txid>/<index>; never changes.' },
          { name: 'txid', type: 'string', doc: 'Transaction hash, 0x and lower-case hex.' },
          {
            name: 'index',
            type: 'string',
            doc: "Place in the transaction: native, or log:<n> counted within the transaction's own receipt.",
          },
          { name: 'assetId', type: 'string', doc: 'CAIP-19 asset id.' },
          {
            name: 'from',
            type: {
              type: 'record',
              name: 'Party',
              namespace: 'custody.types.v1',
              doc: 'One end of a transfer.',
              fields: [
                {
                  name: 'address',
                  type: 'string',
                  doc: "The address in the chain's canonical form: on EVM chains 0x and lower-case hex.",
                },
                {
                  name: 'owner',
                  type: [
                    'null',
                    {
                      type: 'record',
                      name: 'Owner',
                      namespace: 'custody.types.v1',
                      doc: 'Who of ours holds an address, as attributed when the transfer was first seen.',
                      fields: [
                        { name: 'walletId', type: 'string', doc: 'The wallet that the address belongs to.' },
                        {
                          name: 'role',
                          type: {
                            type: 'enum',
                            name: 'WalletRole',
                            namespace: 'custody.types.v1',
                            doc: 'What a wallet is for.',
                            symbols: ['deposit', 'hot', 'warm', 'cold', 'gas'],
                          },
                          doc: 'What the wallet is for.',
                        },
                        {
                          name: 'side',
                          type: {
                            type: 'enum',
                            name: 'Side',
                            namespace: 'custody.types.v1',
                            doc: "Whose money a wallet holds: c the clients', h the house's.",
                            symbols: ['c', 'h'],
                          },
                          doc: 'Whose money the wallet holds.',
                        },
                        {
                          name: 'clientId',
                          type: ['null', 'string'],
                          doc: 'The client the address was allocated to; null for addresses of no client.',
                          default: null,
                        },
                      ],
                    },
                  ],
                  doc: 'Who of ours holds it; null for an outside party.',
                  default: null,
                },
              ],
            },
            doc: 'Where the value left.',
          },
          { name: 'to', type: 'custody.types.v1.Party', doc: 'Where the value arrived.' },
          {
            name: 'amount',
            type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
            doc: "Value moved, in the asset's base units.",
          },
          {
            name: 'block',
            type: {
              type: 'record',
              name: 'Block',
              namespace: 'custody.types.v1',
              doc: 'The block that carries a fact.',
              fields: [
                { name: 'height', type: 'long', doc: 'Block number on its chain.' },
                { name: 'hash', type: 'string', doc: 'Block hash, 0x and lower-case hex.' },
                {
                  name: 'time',
                  type: { type: 'long', logicalType: 'timestamp-millis' },
                  doc: "The block's own timestamp, UTC.",
                },
              ],
            },
            doc: 'The block that carries the transfer.',
          },
          {
            name: 'confirmations',
            type: 'long',
            doc: "Blocks on top of and including the transfer's own when this was established.",
          },
          { name: 'occurrence', type: 'int', doc: 'How often this transfer was reverted before.' },
          {
            name: 'late',
            type: 'boolean',
            doc: 'True where an address or asset was registered late and the fact is behind the block order of its stream.',
          },
          {
            name: 'fromState',
            type: {
              type: 'enum',
              name: 'TransferState',
              namespace: 'custody.types.v1',
              doc: 'How far a transfer had come.',
              symbols: ['seen', 'confirmed', 'finalized'],
            },
            doc: 'How far the transfer had come when its block left the chain.',
          },
        ],
      },
    },
  ],
});

/** A transfer that touches an address of ours is in a block. */
export const TransferSeen = defineEvent<'TransferSeen', TransferSeen>({
  name: 'TransferSeen',
  namespace: 'custody.transfers.v1',
  topic: 'custody.transfers.v1',
  key: '{chain}',
  subject: '{transferId}',
  identity: ['chain', 'txid', 'index', 'block.hash', 'occurrence'],
  versions: [
    {
      id: 14,
      schema: {
        type: 'record',
        name: 'TransferSeen',
        namespace: 'custody.transfers.v1',
        doc: 'A transfer that touches an address of ours is in a block.',
        topic: 'custody.transfers.v1',
        key: '{chain}',
        subject: '{transferId}',
        identity: ['chain', 'txid', 'index', 'block.hash', 'occurrence'],
        fields: [
          { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
          {
            name: 'occurredAt',
            type: { type: 'long', logicalType: 'timestamp-millis' },
            doc: 'When the watcher established the fact, UTC.',
          },
          { name: 'transferId', type: 'string', doc: '<chain>/<txid>/<index>; never changes.' },
          { name: 'txid', type: 'string', doc: 'Transaction hash, 0x and lower-case hex.' },
          {
            name: 'index',
            type: 'string',
            doc: "Place in the transaction: native, or log:<n> counted within the transaction's own receipt.",
          },
          { name: 'assetId', type: 'string', doc: 'CAIP-19 asset id.' },
          {
            name: 'from',
            type: {
              type: 'record',
              name: 'Party',
              namespace: 'custody.types.v1',
              doc: 'One end of a transfer.',
              fields: [
                {
                  name: 'address',
                  type: 'string',
                  doc: "The address in the chain's canonical form: on EVM chains 0x and lower-case hex.",
                },
                {
                  name: 'owner',
                  type: [
                    'null',
                    {
                      type: 'record',
                      name: 'Owner',
                      namespace: 'custody.types.v1',
                      doc: 'Who of ours holds an address, as attributed when the transfer was first seen.',
                      fields: [
                        { name: 'walletId', type: 'string', doc: 'The wallet that the address belongs to.' },
                        {
                          name: 'role',
                          type: {
                            type: 'enum',
                            name: 'WalletRole',
                            namespace: 'custody.types.v1',
                            doc: 'What a wallet is for.',
                            symbols: ['deposit', 'hot', 'warm', 'cold', 'gas'],
                          },
                          doc: 'What the wallet is for.',
                        },
                        {
                          name: 'side',
                          type: {
                            type: 'enum',
                            name: 'Side',
                            namespace: 'custody.types.v1',
                            doc: "Whose money a wallet holds: c the clients', h the house's.",
                            symbols: ['c', 'h'],
                          },
                          doc: 'Whose money the wallet holds.',
                        },
                        {
                          name: 'clientId',
                          type: ['null', 'string'],
                          doc: 'The client the address was allocated to; null for addresses of no client.',
                          default: null,
                        },
                      ],
                    },
                  ],
                  doc: 'Who of ours holds it; null for an outside party.',
                  default: null,
                },
              ],
            },
            doc: 'Where the value left.',
          },
          { name: 'to', type: 'custody.types.v1.Party', doc: 'Where the value arrived.' },
          {
            name: 'amount',
            type: { type: 'bytes', logicalType: 'decimal', precision: 78, scale: 0 },
            doc: "Value moved, in the asset's base units.",
          },
          {
            name: 'block',
            type: {
              type: 'record',
              name: 'Block',
              namespace: 'custody.types.v1',
              doc: 'The block that carries a fact.',
              fields: [
                { name: 'height', type: 'long', doc: 'Block number on its chain.' },
                { name: 'hash', type: 'string', doc: 'Block hash, 0x and lower-case hex.' },
                {
                  name: 'time',
                  type: { type: 'long', logicalType: 'timestamp-millis' },
                  doc: "The block's own timestamp, UTC.",
                },
              ],
            },
            doc: 'The block that carries the transfer.',
          },
          {
            name: 'confirmations',
            type: 'long',
            doc: "Blocks on top of and including the transfer's own when this was established.",
          },
          { name: 'occurrence', type: 'int', doc: 'How often this transfer was reverted before.' },
          {
            name: 'late',
            type: 'boolean',
            doc: 'True where an address or asset was registered late and the fact is behind the block order of its stream.',
          },
        ],
      },
    },
  ],
});

/** Every event there is, by its full name (`ce_type`). */
export const EVENTS = {
  'custody.ledger.v1.EntryPosted': EntryPosted,
  'custody.outgoing.v1.OutflowReverted': OutflowReverted,
  'custody.outgoing.v1.OutflowUnexplained': OutflowUnexplained,
  'custody.outgoing.v1.SweepApproved': SweepApproved,
  'custody.outgoing.v1.SweepBroadcast': SweepBroadcast,
  'custody.outgoing.v1.SweepDenied': SweepDenied,
  'custody.outgoing.v1.SweepFailed': SweepFailed,
  'custody.outgoing.v1.SweepPlanned': SweepPlanned,
  'custody.outgoing.v1.SweepReverted': SweepReverted,
  'custody.outgoing.v1.SweepSettled': SweepSettled,
  'custody.registry.v1.AddressAllocated': AddressAllocated,
  'custody.registry.v1.AssetListed': AssetListed,
  'custody.registry.v1.ClientClosed': ClientClosed,
  'custody.registry.v1.ClientOpened': ClientOpened,
  'custody.registry.v1.MandateChanged': MandateChanged,
  'custody.registry.v1.WalletCreated': WalletCreated,
  'custody.transfers.v1.ChainHalted': ChainHalted,
  'custody.transfers.v1.ChainResumed': ChainResumed,
  'custody.transfers.v1.TransactionFinalized': TransactionFinalized,
  'custody.transfers.v1.TransactionMined': TransactionMined,
  'custody.transfers.v1.TransactionReverted': TransactionReverted,
  'custody.transfers.v1.TransferConfirmed': TransferConfirmed,
  'custody.transfers.v1.TransferFinalized': TransferFinalized,
  'custody.transfers.v1.TransferReverted': TransferReverted,
  'custody.transfers.v1.TransferSeen': TransferSeen,
} as const;

/** Every topic that carries events. */
export const TOPICS = [
  'custody.ledger.v1',
  'custody.outgoing.v1',
  'custody.registry.v1',
  'custody.transfers.v1',
] as const;
