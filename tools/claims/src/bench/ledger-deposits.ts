import type { TransferConfirmed } from '@tributary/events';

const CHAIN = 'eip155:31337';
const ASSET = `${CHAIN}/slip44:60`;
const CLIENTS = 500;

/** A fact of a deposit, as the watcher tells it. */
export interface DepositFact {
  readonly state: 'confirmed' | 'finalized';
  readonly payload: TransferConfirmed;
}

/** Deposits to the addresses of 500 clients: each finalized some blocks after it was confirmed; the same for a seed. */
export function deposits(count: number, from: number, seed: number): DepositFact[] {
  const payloads = Array.from({ length: count }, (_, i) => deposit(from + i, seed));
  const blocks = 50;
  return Array.from({ length: count + blocks }, (_, i): DepositFact[] => {
    const [confirmed, finalized] = [payloads[i], payloads[i - blocks]];
    return [
      ...(confirmed ? [{ state: 'confirmed', payload: confirmed } as const] : []),
      ...(finalized ? [{ state: 'finalized', payload: finalized } as const] : []),
    ];
  }).flat();
}

function deposit(n: number, seed: number): TransferConfirmed {
  const client = (n * 7919 + seed) % CLIENTS;
  const time = new Date(1_700_000_000_000 + n * 1000);
  const txid = `0x${n.toString(16).padStart(64, '0')}`;
  return {
    chain: CHAIN,
    occurredAt: time,
    transferId: `${CHAIN}/${txid}/native`,
    txid,
    index: 'native',
    assetId: ASSET,
    from: { address: `0x${'e'.repeat(40)}`, owner: null },
    to: {
      address: `0x${client.toString(16).padStart(40, '0')}`,
      owner: { walletId: 'deposits', role: 'deposit', side: 'c', clientId: `client-${client}` },
    },
    amount: 10n ** 18n + BigInt(n),
    block: { height: n, hash: txid, time },
    confirmations: 2,
    occurrence: 0,
    late: false,
  };
}
