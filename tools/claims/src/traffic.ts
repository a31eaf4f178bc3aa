import { setTimeout as sleep } from 'node:timers/promises';
import {
  reorg,
  type Custodian,
  type DemoAsset,
  type OutsideNode,
  type Random,
  type Sender,
  type SentTransaction,
} from '@tributary/demo';

/** Something that befalls the system when so many deposits have been sent. */
export interface Fault {
  readonly afterDeposits: number;
  readonly what: string;
  /** @param sent  every deposit so far, as it was signed */
  strike(sent: ReadonlyMap<string, SentTransaction>): Promise<void>;
}

/** A reorg above finality, when so many deposits have been sent. */
export interface PlannedReorg {
  readonly afterDeposits: number;
  /** Blocks that it replaces; deposits are confirmed after two, so some of these are. */
  readonly depth: number;
}

export interface Traffic {
  readonly node: OutsideNode;
  readonly senders: readonly Sender[];
  readonly custodian: Custodian;
  readonly assets: readonly DemoAsset[];
  readonly deposits: number;
  readonly faults: readonly Fault[];
  readonly reorgs: readonly PlannedReorg[];
  /** Longest pause after a deposit, in milliseconds. */
  readonly pauseMs?: number;
  readonly random: Random;
  readonly log: (line: string) => void;
}

/** Sends the deposits, each from a sender of its own choice to an address of its own choice, while the faults strike. */
export async function send(traffic: Traffic): Promise<{ reorgs: number; returned: number; dropped: number }> {
  const { node, senders, custodian, assets, random, log, pauseMs = 250 } = traffic;
  const payees = custodian.addresses.filter(({ clientId }) => clientId);
  const sent = new Map<string, SentTransaction>();
  const reorgs: { returned: number; dropped: number }[] = [];
  const reorgFaults = traffic.reorgs.map(({ afterDeposits, depth }): Fault => ({
    afterDeposits,
    what: `reorg of ${depth} blocks`,
    async strike() {
      const { returned, dropped } = await reorg(node, depth, sent, random);
      reorgs.push({ returned: returned.length, dropped: dropped.length });
      log(`${returned.length} transactions return in another block, ${dropped.length} never`);
    },
  }));
  const faults = [...traffic.faults, ...reorgFaults];
  for (let count = 1; count <= traffic.deposits; count += 1) {
    const { decimals, contract } = random.pick(assets);
    const amount = BigInt(random.between(1, 2 ** 31 - 1)) * 10n ** BigInt(Math.max(0, decimals - 9));
    const transaction = await random.pick(senders).pay({ to: random.pick(payees).address, amount, contract });
    sent.set(transaction.txid, transaction);
    await sleep(random.between(50, pauseMs));
    for (const fault of faults.filter(({ afterDeposits }) => afterDeposits === count)) {
      log(`${count} deposits sent: ${fault.what}`);
      await fault.strike(sent);
    }
  }
  return {
    reorgs: reorgs.length,
    returned: reorgs.reduce((sum, { returned }) => sum + returned, 0),
    dropped: reorgs.reduce((sum, { dropped }) => sum + dropped, 0),
  };
}
