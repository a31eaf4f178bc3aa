import fc from 'fast-check';
import { Module } from '@nestjs/common';
import { addressAccount, outside } from '@tributary/domain-ledger';
import { AddressAllocated, AssetListed, EntryPosted, WalletCreated, type Edge } from '@tributary/events';
import { ServiceModule } from '@tributary/platform-service';

export const CHAIN = 'eip155:31337';
export const ETHER = `${CHAIN}/slip44:60`;

/** Stands in for registry and ledger: publishes their events through an outbox of its own. */
@Module({
  imports: [
    ServiceModule.of({
      name: 'facts',
      produces: [EntryPosted, AddressAllocated, WalletCreated, AssetListed],
      stores: [],
      migrations: [],
    }),
  ],
})
export class FactsModule {}

export const HOT = addressAccount('c', 'hot', CHAIN, '0x407');
export const COLD = addressAccount('c', 'cold', CHAIN, '0xc01d');

/** The deposit address of a client; of nobody for client 14. */
export function depositAddress(client: number): string {
  return addressAccount('c', 'deposit', CHAIN, `0xd${client}`);
}

/** What the registry says of all these addresses. */
export function registryEvents() {
  const stamp = { version: 1, occurredAt: new Date(0), maker: 'test', checker: null, chain: CHAIN };
  const at = { ...stamp, derivationPath: null, effectiveFromBlock: null, side: 'c' as const };
  const finality = { confirmed: 'blocks:2', finalized: 'tag:finalized' };
  return [
    AssetListed.of({
      ...stamp,
      assetId: ETHER,
      symbol: 'ETH',
      decimals: 18,
      kind: 'native',
      contract: null,
      finality,
      effectiveFromBlock: null,
    }),
    WalletCreated.of({ ...stamp, walletId: 'hot', role: 'hot', side: 'c', label: 'Hot ETH' }),
    WalletCreated.of({ ...stamp, walletId: 'cold', role: 'cold', side: 'c', label: 'Cold Zürich' }),
    AddressAllocated.of({ ...at, address: '0x407', walletId: 'hot', role: 'hot', clientId: null }),
    AddressAllocated.of({ ...at, address: '0xc01d', walletId: 'cold', role: 'cold', clientId: null }),
    ...Array.from({ length: 15 }, (_, client) =>
      AddressAllocated.of({
        ...at,
        address: `0xd${client}`,
        walletId: 'deposits',
        role: 'deposit',
        clientId: client === 14 ? null : `client-${client}`,
      }),
    ),
  ];
}

/** An entry of ether's book with these edges and, where they are of custody, the movements of coins that they are. */
export function entry(
  bookSeq: number,
  flow: string,
  edges: readonly Omit<Edge, 'layer'>[],
  { layer = 'custody', reverses = null }: { layer?: Edge['layer']; reverses?: string | null } = {},
) {
  return EntryPosted.of({
    book: ETHER,
    bookSeq,
    entryId: `entry-${bookSeq}`,
    kind: 'test',
    flow,
    chain: CHAIN,
    txid: `0x${bookSeq}`,
    effectiveAt: new Date(Date.UTC(2026, 0, 1) + bookSeq * 7 * 60_000),
    bookedAt: new Date(Date.UTC(2026, 0, 2) + bookSeq * 7 * 60_000),
    sourceEventId: `source-${bookSeq}`,
    reverses,
    movements: layer === 'custody' ? edges.map(({ from, to, amount }) => ({ debit: to, credit: from, amount })) : [],
    edges: edges.map((edge) => ({ ...edge, layer })),
  });
}

export type Entry = ReturnType<typeof entry>;

/** The entry that takes another back: its movements mirrored, no edges. */
export function reversal(bookSeq: number, taken: Entry): Entry {
  const { flow, entryId, movements } = taken.payload;
  const { payload } = entry(bookSeq, flow, [], { reverses: entryId });
  const mirrored = movements.map(({ debit, credit, amount }) => ({ debit: credit, credit: debit, amount }));
  return EntryPosted.of({ ...payload, movements: mirrored.reverse() });
}

/**
 * Random custody flows of one book: deposits through a transit each, some still on their way; sweeps of part of an
 * address to hot; hot to cold and back; withdrawals. No node is ever overdrawn.
 */
export function randomEntries(seed: number, steps: number) {
  const step = fc.record({
    kind: fc.constantFrom('deposit', 'deposit', 'deposit', 'stuck', 'sweep', 'cool', 'warm', 'pay'),
    client: fc.nat(14),
    sender: fc.nat(11),
    amount: fc.bigInt(1n, 10n ** 21n),
  });
  const balances = new Map<string, bigint>();
  const balanceOf = (node: string) => balances.get(node) ?? 0n;
  const put = (edge: Omit<Edge, 'layer'>) => {
    balances.set(edge.from, balanceOf(edge.from) - edge.amount);
    balances.set(edge.to, balanceOf(edge.to) + edge.amount);
    return edge;
  };
  const moved = (from: string, to: string, wish: bigint) => {
    const amount = wish < balanceOf(from) ? wish : balanceOf(from);
    return amount > 0n ? [put({ from, to, amount })] : [];
  };
  return fc.sample(step, { seed, numRuns: steps }).map(({ kind, client, sender, amount }, n) => {
    const transit = `assets:c:transit:deposit:${CHAIN}/0x${n}/native`;
    const arrives = (part: bigint) => [
      put({ from: outside(`0xe${sender}`), to: transit, amount }),
      ...moved(transit, depositAddress(client), part),
    ];
    const edges = {
      deposit: () => arrives(amount),
      stuck: () => arrives(amount / 3n),
      sweep: () => moved(depositAddress(client), HOT, amount),
      cool: () => moved(HOT, COLD, amount),
      warm: () => moved(COLD, HOT, amount / 2n),
      pay: () => moved(HOT, outside(`0xe${sender}`), amount / 5n),
    }[kind as 'deposit']();
    return entry(n + 1, `flow-${n}`, edges);
  });
}
