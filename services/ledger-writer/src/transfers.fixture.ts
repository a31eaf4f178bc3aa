import fc from 'fast-check';
import { Module } from '@nestjs/common';
import {
  OutflowReverted,
  OutflowUnexplained,
  SweepBroadcast,
  SweepFailed,
  SweepReverted,
  SweepSettled,
  TransferConfirmed,
  TransferFinalized,
  TransferReverted,
  type EventOfType,
  type Owner,
  type TransferSeen,
} from '@tributary/events';
import { ServiceModule } from '@tributary/platform-service';

export const CHAIN = 'eip155:31337';
export const ETHER = `${CHAIN}/slip44:60`;
export const TOKEN = `${CHAIN}/erc20:0x00000000000000000000000000000000000000cc`;

const CLIENT = { walletId: 'deposits', role: 'deposit', side: 'c' } as const;

/** Addresses of ours by their holder. */
export const HOLDERS = {
  aster: { address: '0xa1', owner: { ...CLIENT, clientId: 'aster' } },
  birch: { address: '0xb1', owner: { ...CLIENT, clientId: 'birch' } },
  nobody: { address: '0xc1', owner: { walletId: 'cold', role: 'cold', side: 'c', clientId: null } },
  house: { address: '0xf1', owner: { walletId: 'gas', role: 'gas', side: 'h', clientId: null } },
} satisfies Record<string, { address: string; owner: Owner }>;

/** A fact of a transfer as the watcher publishes it. */
export type Fact = EventOfType<typeof TransferConfirmed | typeof TransferFinalized | typeof TransferReverted>;

/** Stands in for the watcher and the planner: publishes facts through an outbox of its own. */
@Module({
  imports: [
    ServiceModule.of({
      name: 'facts',
      produces: [
        TransferConfirmed,
        TransferFinalized,
        TransferReverted,
        SweepBroadcast,
        SweepSettled,
        SweepFailed,
        SweepReverted,
        OutflowUnexplained,
        OutflowReverted,
      ],
      stores: [],
      migrations: [],
    }),
  ],
})
export class FactsModule {}

/** One transfer and the facts that its life is made of. */
export class TestTransfer {
  constructor(
    private readonly n: number,
    private readonly holder: keyof typeof HOLDERS,
    readonly amount: bigint,
    readonly assetId = ETHER,
  ) {}

  get transferId(): string {
    return `${CHAIN}/0x${this.n}/native`;
  }

  confirmed(occurrence = 0): Fact {
    return TransferConfirmed.of(this.payload(occurrence));
  }

  finalized(occurrence = 0): Fact {
    return TransferFinalized.of(this.payload(occurrence));
  }

  reverted(fromState: TransferReverted['fromState'], occurrence = 0): Fact {
    return TransferReverted.of({ ...this.payload(occurrence), fromState });
  }

  private payload(occurrence: number): TransferSeen {
    return {
      chain: CHAIN,
      occurredAt: new Date(1_700_000_000_000 + this.n * 1000),
      transferId: this.transferId,
      txid: `0x${this.n}`,
      index: 'native',
      assetId: this.assetId,
      from: { address: `0xe${this.n % 3}`, owner: null },
      to: HOLDERS[this.holder],
      amount: this.amount,
      block: {
        height: this.n + occurrence,
        hash: `0xb${this.n}-${occurrence}`,
        time: new Date(1_700_000_000_000 + this.n * 1000),
      },
      confirmations: 2,
      occurrence,
      late: false,
    };
  }
}

/** Transfers with blocks that leave the chain and come back, of two assets to every holder; the same for a seed. */
export function randomFacts(seed: number, transfers: number): Fact[] {
  const life = fc.record({
    holder: fc.constantFrom<keyof typeof HOLDERS>('aster', 'birch', 'nobody', 'house'),
    amount: fc.bigInt(1n, 10n ** 24n),
    assetId: fc.constantFrom(ETHER, TOKEN),
    left: fc.array(fc.constantFrom<'seen' | 'confirmed'>('seen', 'confirmed'), { maxLength: 2 }),
    isFinal: fc.boolean(),
    picks: fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }),
  });
  const placed = fc
    .sample(life, { seed, numRuns: transfers })
    .flatMap(({ holder, amount, assetId, left, isFinal, picks }, n) => {
      const transfer = new TestTransfer(n, holder, amount, assetId);
      const facts = left.flatMap((from, occurrence) => [
        ...(from === 'confirmed' ? [transfer.confirmed(occurrence)] : []),
        transfer.reverted(from, occurrence),
      ]);
      facts.push(transfer.confirmed(left.length), ...(isFinal ? [transfer.finalized(left.length)] : []));
      const places = [...picks].sort((a, b) => a - b);
      return facts.map((fact, i) => ({ fact, place: places[i] ?? 1001 }));
    });
  return placed.sort((a, b) => a.place - b.place).map(({ fact }) => fact);
}
