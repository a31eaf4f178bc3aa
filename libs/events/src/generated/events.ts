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

/** An address is ours and is watched from its effective block on. */
export interface AddressAllocated {
  /** The aggregate's version, counted from 1; each change adds one. */
  readonly version: number;
  /** When the change was recorded, UTC. */
  readonly occurredAt: Date;
  /** Who asked for the change, as given. */
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
}

/** An asset of a chain is watched and booked from now on. */
export interface AssetListed {
  /** The aggregate's version, counted from 1; each change adds one. */
  readonly version: number;
  /** When the change was recorded, UTC. */
  readonly occurredAt: Date;
  /** Who asked for the change, as given. */
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
}

/** How the asset lives on its chain. */
export type AssetKind = 'native' | 'erc20';

/** A client is given no further addresses; what arrives at the old ones is still credited. */
export interface ClientClosed {
  /** The aggregate's version, counted from 1; each change adds one. */
  readonly version: number;
  /** When the change was recorded, UTC. */
  readonly occurredAt: Date;
  /** Who asked for the change, as given. */
  readonly maker: string;
  /** The client. */
  readonly clientId: string;
}

/** A client may be given deposit addresses. */
export interface ClientOpened {
  /** The aggregate's version, counted from 1; each change adds one. */
  readonly version: number;
  /** When the change was recorded, UTC. */
  readonly occurredAt: Date;
  /** Who asked for the change, as given. */
  readonly maker: string;
  /** The custodian's own id of the client; carries no personal data. */
  readonly clientId: string;
}

/** A wallet exists and may hold addresses. */
export interface WalletCreated {
  /** The aggregate's version, counted from 1; each change adds one. */
  readonly version: number;
  /** When the change was recorded, UTC. */
  readonly occurredAt: Date;
  /** Who asked for the change, as given. */
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
  'custody.registry.v1.AddressAllocated': AddressAllocated,
  'custody.registry.v1.AssetListed': AssetListed,
  'custody.registry.v1.ClientClosed': ClientClosed,
  'custody.registry.v1.ClientOpened': ClientOpened,
  'custody.registry.v1.WalletCreated': WalletCreated,
  'custody.transfers.v1.ChainHalted': ChainHalted,
  'custody.transfers.v1.TransactionFinalized': TransactionFinalized,
  'custody.transfers.v1.TransactionMined': TransactionMined,
  'custody.transfers.v1.TransactionReverted': TransactionReverted,
  'custody.transfers.v1.TransferConfirmed': TransferConfirmed,
  'custody.transfers.v1.TransferFinalized': TransferFinalized,
  'custody.transfers.v1.TransferReverted': TransferReverted,
  'custody.transfers.v1.TransferSeen': TransferSeen,
} as const;

/** Every topic that carries events. */
export const TOPICS = ['custody.ledger.v1', 'custody.registry.v1', 'custody.transfers.v1'] as const;
