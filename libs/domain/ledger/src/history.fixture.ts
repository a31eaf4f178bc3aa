import fc from 'fast-check';
import type { Owner } from '@tributary/domain-custody';
import type { Transfer, TransferFact } from './transfer';

const CHAIN = 'eip155:31337';

/** Addresses of ours and who holds them: two clients', one nobody's, one of the house. */
const HOLDERS: readonly (readonly [address: string, owner: Owner])[] = [
  ['0xa1', { walletId: 'deposits', role: 'deposit', side: 'c', clientId: 'aster' }],
  ['0xa2', { walletId: 'deposits', role: 'deposit', side: 'c', clientId: 'aster' }],
  ['0xb1', { walletId: 'deposits', role: 'deposit', side: 'c', clientId: 'birch' }],
  ['0xc1', { walletId: 'cold', role: 'cold', side: 'c', clientId: null }],
  ['0xf1', { walletId: 'fees', role: 'gas', side: 'h', clientId: null }],
];

/** How a transfer's stay in one block ends. */
type Stay = 'seen, reverted' | 'confirmed, reverted' | 'confirmed' | 'finalized';

/** A transfer's life: some blocks that left the chain, then one that stayed (or not yet final). */
const life = fc.record({
  holder: fc.nat(HOLDERS.length - 1),
  sender: fc.nat(2),
  amount: fc.bigInt(1n, 10n ** 30n),
  left: fc.array(fc.constantFrom<Stay>('seen, reverted', 'confirmed, reverted'), { maxLength: 3 }),
  last: fc.constantFrom<Stay>(
    'seen, reverted',
    'confirmed, reverted',
    'confirmed',
    'finalized',
    'finalized',
    'finalized',
  ),
});

/** Facts of many transfers, interleaved at random, each transfer's own in order. */
export const histories = fc
  .record({ lives: fc.array(life, { minLength: 1, maxLength: 12 }), picks: fc.infiniteStream(fc.nat()) })
  .map(({ lives, picks }) => {
    const queues = lives.map((one, n) => factsOf(one, n));
    const facts: TransferFact[] = [];
    for (;;) {
      const waiting = queues.filter((queue) => queue.length > 0);
      const next = waiting[(picks.next().value as number) % Math.max(1, waiting.length)]?.shift();
      if (!next) return facts;
      facts.push(next);
    }
  });

/** What the chain itself says lies at each address: the finalized transfers, by code that knows no books. */
export function coinsOf(facts: readonly TransferFact[]): Map<string, bigint> {
  const coins = new Map<string, bigint>();
  for (const { state, transfer } of facts) {
    if (state === 'finalized') coins.set(transfer.to.address, (coins.get(transfer.to.address) ?? 0n) + transfer.amount);
  }
  return coins;
}

function factsOf(
  one: { holder: number; sender: number; amount: bigint; left: Stay[]; last: Stay },
  n: number,
): TransferFact[] {
  const [address, owner] = HOLDERS[one.holder] as (typeof HOLDERS)[number];
  const transfer: Transfer = {
    transferId: `${CHAIN}/0x${n}/native`,
    chain: CHAIN,
    assetId: `${CHAIN}/slip44:60`,
    from: { address: `0xe${one.sender}`, owner: null },
    to: { address, owner },
    amount: one.amount,
  };
  return [...one.left, one.last].flatMap((stay): TransferFact[] => {
    switch (stay) {
      case 'seen, reverted':
        return [{ state: 'reverted', fromState: 'seen', transfer }];
      case 'confirmed, reverted':
        return [
          { state: 'confirmed', transfer },
          { state: 'reverted', fromState: 'confirmed', transfer },
        ];
      case 'confirmed':
        return [{ state: 'confirmed', transfer }];
      case 'finalized':
        return [
          { state: 'confirmed', transfer },
          { state: 'finalized', transfer },
        ];
    }
  });
}
