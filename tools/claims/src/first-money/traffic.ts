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
  strike(): Promise<void>;
}

export interface Traffic {
  readonly node: OutsideNode;
  readonly senders: readonly Sender[];
  readonly custodian: Custodian;
  readonly assets: readonly DemoAsset[];
  readonly deposits: number;
  readonly faults: readonly Fault[];
  readonly random: Random;
  readonly log: (line: string) => void;
}

/** Blocks that the reorgs replace; deposits are confirmed after two, so some of these are. */
const REORG_DEPTH = 3;

/** Sends the deposits, each from a sender of its own choice to an address of its own choice, while the faults strike. */
export async function send(traffic: Traffic): Promise<{ reorgs: number; returned: number; dropped: number }> {
  const { node, senders, custodian, assets, random, log } = traffic;
  const sent = new Map<string, SentTransaction>();
  const reorgs: { returned: number; dropped: number }[] = [];
  const strikeReorg = async (): Promise<void> => {
    const { returned, dropped } = await reorg(node, REORG_DEPTH, sent, random);
    reorgs.push({ returned: returned.length, dropped: dropped.length });
    log(
      `reorg of ${REORG_DEPTH} blocks: ${returned.length} transactions return in another block, ${dropped.length} never`,
    );
  };
  const faults = [
    ...traffic.faults,
    { afterDeposits: Math.floor(traffic.deposits * 0.3), what: 'reorg', strike: strikeReorg },
    { afterDeposits: Math.floor(traffic.deposits * 0.85), what: 'reorg', strike: strikeReorg },
  ];
  for (let count = 1; count <= traffic.deposits; count += 1) {
    const { decimals, contract } = random.pick(assets);
    const amount = BigInt(random.between(1, 2 ** 31 - 1)) * 10n ** BigInt(Math.max(0, decimals - 9));
    const transaction = await random
      .pick(senders)
      .pay({ to: random.pick(custodian.addresses).address, amount, contract });
    sent.set(transaction.txid, transaction);
    await sleep(random.between(50, 250));
    for (const fault of faults.filter(({ afterDeposits }) => afterDeposits === count)) {
      log(`${count} deposits sent: ${fault.what}`);
      await fault.strike();
    }
  }
  return {
    reorgs: reorgs.length,
    returned: reorgs.reduce((sum, { returned }) => sum + returned, 0),
    dropped: reorgs.reduce((sum, { dropped }) => sum + dropped, 0),
  };
}
