import fc from 'fast-check';
import type { AssetId, Owner } from '@tributary/domain-custody';
import type { Fact } from './fact';
import type { Outflow } from './outflow';
import type { Sweep } from './sweep';
import type { Party, Transfer, TransferFact } from './transfer';

const CHAIN = 'eip155:31337';
export const ETHER = `${CHAIN}/slip44:60`;
export const TOKEN = `${CHAIN}/erc20:0xcc`;

const party = (address: string, owner: Owner): Party & { owner: Owner } => ({ address, owner });
const CLIENT = { walletId: 'deposits', role: 'deposit', side: 'c' } as const;

/** Two clients' addresses. */
const CLIENTS = [party('0xa1', { ...CLIENT, clientId: 'aster' }), party('0xb1', { ...CLIENT, clientId: 'birch' })];
/** Wallets of the clients' side, of no client. */
const POOLS = [
  party('0xc1', { walletId: 'hot', role: 'hot', side: 'c', clientId: null }),
  party('0xc2', { walletId: 'cold', role: 'cold', side: 'c', clientId: null }),
];
/** Wallets of the house. */
const HOUSE = [
  party('0xf1', { walletId: 'gas', role: 'gas', side: 'h', clientId: null }),
  party('0xf2', { walletId: 'treasury', role: 'hot', side: 'h', clientId: null }),
];
const OURS = [...CLIENTS, ...POOLS, ...HOUSE];

/** A history: what is heard of a chain, in some order that two topics allow, and what the chain says in the end. */
export interface History {
  readonly facts: readonly Fact[];
  /** Coins by `<asset> <address>` at the finalized height. */
  readonly coins: ReadonlyMap<string, bigint>;
  /** Coins that left an address in the books alone, as their transaction is not final; by the same key. */
  readonly onTheirWay: ReadonlyMap<string, bigint>;
  /** After so many facts at a time the ledger tries to book together what waits. */
  readonly triesEvery: number;
}

/** A final transaction: what it moved, and the facts that its vanishing and its return make. */
interface Final {
  readonly moved: readonly (readonly [asset: AssetId, from: string | null, to: string | null, amount: bigint])[];
  vanish(): void;
  again(): void;
}

interface Choice {
  readonly op: 'deposit' | 'finalize' | 'sweep' | 'end' | 'internal' | 'top-up' | 'outflow' | 'shallow' | 'deep';
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly amount: bigint;
}

const choice: fc.Arbitrary<Choice> = fc.record({
  op: fc.constantFrom<Choice['op']>(
    ...(['deposit', 'deposit', 'deposit', 'finalize', 'finalize', 'sweep', 'sweep', 'sweep', 'end', 'end'] as const),
    ...(['end', 'internal', 'top-up', 'top-up', 'outflow', 'shallow', 'deep'] as const),
  ),
  a: fc.nat(1000),
  b: fc.nat(1000),
  c: fc.nat(1000),
  amount: fc.bigInt(1n, 10n ** 6n),
});

/** Random histories of deposits, sweeps, top-ups, fees, losses and reorgs, above finality and past it. */
export const histories: fc.Arbitrary<History> = fc
  .record({
    choices: fc.array(choice, { minLength: 10, maxLength: 80, size: 'max' }),
    order: fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
    triesEvery: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ choices, order, triesEvery }) => {
    const chain = new SimulatedChain();
    for (const each of choices) chain.step(each);
    return {
      facts: interleave(chain.transfers, chain.outgoing, order),
      coins: chain.coins(),
      onTheirWay: chain.onTheirWay(),
      triesEvery,
    };
  });

/** Any order that keeps each topic's own. */
function interleave(transfers: readonly Fact[], outgoing: readonly Fact[], order: readonly boolean[]): Fact[] {
  const [one, other] = [[...transfers], [...outgoing]];
  const facts: Fact[] = [];
  for (let i = 0; one.length + other.length > 0; i += 1) {
    const queue = order[i % order.length] ? one : other;
    const next = queue.shift() ?? one.shift() ?? other.shift();
    if (next) facts.push(next);
  }
  return facts;
}

/** Coins, and what a watcher and a planner would say of them; it knows no books. */
class SimulatedChain {
  readonly transfers: Fact[] = [];
  readonly outgoing: Fact[] = [];
  private final: Final[] = [];
  private unfinal: Transfer[] = [];
  private flying: Sweep[] = [];
  private count = 0;

  step({ op, a, b, c, amount }: Choice): void {
    switch (op) {
      case 'deposit':
        return this.arrive(a, b, c, amount);
      case 'finalize':
        return this.unfinal.splice(0, 1 + (a % 3)).forEach((transfer) => this.finalize(transfer));
      case 'shallow':
        return this.shallowReorg(a, b);
      case 'sweep':
        return this.send('sweep', pick(CLIENTS, a), POOLS[0]!, pick([ETHER, TOKEN], b), c, amount);
      case 'internal': {
        const wallets = b % 2 ? POOLS : HOUSE;
        const asset = wallets === HOUSE ? ETHER : pick([ETHER, TOKEN], c);
        return this.send(pick(['refill', 'skim'], c), pick(wallets, a), pick(wallets, a + 1), asset, c, amount);
      }
      case 'top-up':
        return this.send('top-up', HOUSE[0]!, pick([...CLIENTS, ...POOLS], a), ETHER, c, amount / 10n + 1n);
      case 'end':
        return this.end(a, b, amount);
      case 'outflow':
        return this.outflow(a, b, c, amount);
      case 'deep':
        return this.deepReorg(1 + (a % 6), b);
    }
  }

  coins(): Map<string, bigint> {
    const coins = new Map<string, bigint>();
    const add = (asset: AssetId, address: string | null, amount: bigint) => {
      if (address) coins.set(`${asset} ${address}`, (coins.get(`${asset} ${address}`) ?? 0n) + amount);
    };
    for (const { moved } of this.final) {
      for (const [asset, from, to, amount] of moved) {
        add(asset, from, -amount);
        add(asset, to, amount);
      }
    }
    return coins;
  }

  onTheirWay(): Map<string, bigint> {
    return this.sent(({ kind }) => kind !== 'top-up');
  }

  private sent(which: (sweep: Sweep) => boolean = () => true): Map<string, bigint> {
    const sums = new Map<string, bigint>();
    for (const { assetId, from, amount } of this.flying.filter(which)) {
      const key = `${assetId} ${from.address}`;
      sums.set(key, (sums.get(key) ?? 0n) + amount);
    }
    return sums;
  }

  private arrive(a: number, b: number, c: number, amount: bigint): void {
    const to = pick([...CLIENTS, ...CLIENTS, ...CLIENTS, ...HOUSE, POOLS[1]!], a);
    const transfer: Transfer = {
      transferId: `${CHAIN}/0x${(this.count += 1)}/native`,
      chain: CHAIN,
      assetId: to.owner.side === 'h' ? ETHER : pick([ETHER, TOKEN], b),
      from: { address: `0xe${c % 3}`, owner: null },
      to,
      amount: to.owner.side === 'h' ? amount * 10n : amount,
    };
    if (c % 5 === 0) this.say({ of: 'transfer', state: 'reverted', fromState: 'seen', transfer });
    this.say({ of: 'transfer', state: 'confirmed', transfer });
    this.unfinal.push(transfer);
  }

  private finalize(transfer: Transfer): void {
    this.say({ of: 'transfer', state: 'finalized', transfer });
    this.final.push({
      moved: [[transfer.assetId, null, transfer.to.address, transfer.amount]],
      vanish: () => this.say({ of: 'transfer', state: 'reverted', fromState: 'finalized', transfer }),
      again: () => {
        this.say({ of: 'transfer', state: 'confirmed', transfer });
        this.finalize(transfer);
      },
    });
  }

  private shallowReorg(a: number, b: number): void {
    const [transfer] = this.unfinal.splice(a % Math.max(1, this.unfinal.length), 1);
    if (!transfer) return;
    this.say({ of: 'transfer', state: 'reverted', fromState: 'confirmed', transfer });
    if (b % 2) return;
    this.say({ of: 'transfer', state: 'confirmed', transfer });
    this.unfinal.push(transfer);
  }

  private send(kind: string, from: Party, to: Party, assetId: AssetId, c: number, wanted: bigint): void {
    const free = this.free(assetId, from);
    const amount = c % 3 === 0 ? free : wanted < free ? wanted : free;
    if (amount <= 0n) return;
    const sweep: Sweep = { flowId: `flow-${(this.count += 1)}`, kind, chain: CHAIN, assetId, from, to, amount };
    for (let attempt = 0; attempt <= c % 3; attempt += 1) this.tell({ of: 'sweep', state: 'broadcast', sweep });
    this.flying.push(sweep);
  }

  /** The oldest flow on its way settles, fails on the chain, or finds its nonce used. */
  private end(a: number, b: number, amount: bigint): void {
    const [sweep] = this.flying.splice(a % Math.max(1, this.flying.length), 1);
    if (!sweep) return;
    const spare = this.unsent(ETHER, sweep.from) - (sweep.assetId === ETHER ? sweep.amount : 0n);
    const fee = spare <= 0n ? 0n : 1n + (amount % spare) / (1n + BigInt(b % 4));
    if (b % 4 === 1) return this.finish(sweep, 'failed', fee);
    if (b % 4 === 2) return this.finish(sweep, 'failed', 0n);
    return this.finish(sweep, 'settled', fee);
  }

  private finish(sweep: Sweep, state: 'settled' | 'failed', fee: bigint): void {
    this.tell({ of: 'sweep', state, sweep, fee, feeAssetId: ETHER });
    if (state === 'failed' && fee === 0n) return;
    const { assetId, from, to, amount } = sweep;
    this.final.push({
      moved: [
        [ETHER, from.address, null, fee],
        ...(state === 'settled' ? [[assetId, from.address, to.address, amount] as const] : []),
      ],
      vanish: () => this.tell({ of: 'sweep', state: 'reverted', sweep }),
      again: () => {
        if (this.free(assetId, from) < amount || this.free(ETHER, from) < fee + (assetId === ETHER ? amount : 0n))
          return;
        if (fee % 2n) this.tell({ of: 'sweep', state: 'broadcast', sweep });
        this.finish(sweep, state, fee);
      },
    });
  }

  private outflow(a: number, b: number, c: number, wanted: bigint): void {
    const from = pick(OURS, a);
    const what = pick(['out', 'ours', 'fee'], b);
    const to = what === 'out' ? { address: '0xe9', owner: null } : what === 'ours' ? pick(OURS, c) : null;
    const assetId = what === 'fee' || to?.owner?.side === 'h' ? ETHER : pick([ETHER, TOKEN], c);
    const free = this.free(assetId, from);
    const amount = wanted < free ? wanted : free;
    if (amount <= 0n) return;
    const txid = `0x${(this.count += 1)}`;
    const outflowId = `${CHAIN}/${txid}/${to ? 'native' : 'tx'}`;
    this.lose({ outflowId, chain: CHAIN, assetId, from, to, amount });
  }

  private lose(outflow: Outflow): void {
    const { assetId, from, to, amount } = outflow;
    this.tell({ of: 'outflow', state: 'unexplained', outflow });
    this.final.push({
      moved: [[assetId, from.address, to?.owner ? to.address : null, amount]],
      vanish: () => this.tell({ of: 'outflow', state: 'reverted', outflow }),
      again: () => this.free(assetId, from) >= amount && this.lose(outflow),
    });
  }

  /** The newest final transactions vanish; those on their way that lost their coins are taken back; some return. */
  private deepReorg(depth: number, b: number): void {
    const gone = this.final.splice(-depth).reverse();
    for (const one of gone) one.vanish();
    for (const sweep of [...this.flying].reverse()) {
      const key = `${sweep.assetId} ${sweep.from.address}`;
      if ((this.coins().get(key) ?? 0n) >= (this.sent().get(key) ?? 0n)) continue;
      this.flying = this.flying.filter((other) => other !== sweep);
      this.tell({ of: 'sweep', state: 'reverted', sweep });
    }
    gone.reverse().forEach((one, i) => (b >> i) % 2 && one.again());
  }

  private unsent(assetId: AssetId, { address }: Party): bigint {
    const key = `${assetId} ${address}`;
    return (this.coins().get(key) ?? 0n) - (this.sent().get(key) ?? 0n);
  }

  /** What may be sent: the gas at an address is not the clients' coins beside it. */
  private free(assetId: AssetId, from: Party): bigint {
    return this.unsent(assetId, from) - this.gasAt(assetId, from.address);
  }

  /** At most the house's part of an address of the clients: what was topped up. */
  private gasAt(assetId: AssetId, address: string): bigint {
    if (assetId !== ETHER || address.startsWith('0xf')) return 0n;
    let sum = 0n;
    for (const { moved } of this.final) {
      for (const [asset, from, to, amount] of moved)
        if (asset === ETHER && to === address && from === '0xf1') sum += amount;
    }
    return sum;
  }

  private say(fact: TransferFact): void {
    this.transfers.push(fact);
  }

  private tell(fact: Exclude<Fact, TransferFact>): void {
    this.outgoing.push(fact);
  }
}

function pick<T>(list: readonly T[], n: number): T {
  return list[n % list.length] as T;
}
