import { setTimeout as sleep } from 'node:timers/promises';
import { DEVELOPMENT_MNEMONIC } from '@tributary/signer';
import type { Custodian } from './custodian';
import type { OutsideNode } from './outside-node';
import { Sender } from './sender';

const FIRST_AFTER_MS = 300_000;
const EVERY_MS = 3_600_000;
const AMOUNT_WEI = 10n ** 15n;

/**
 * Once an hour somebody with a key of ours pays out of an address of ours, which no plan explains: Health must say so.
 * The address is the one that is no client's; nothing is swept from it, so no plan of ours is in the way.
 */
export async function payUnexplained(
  node: OutsideNode,
  chainNumber: number,
  custodian: Custodian,
  payee: string,
  log: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const index = custodian.addresses.findIndex(({ walletId, clientId }) => walletId === 'deposits' && !clientId);
  const thief = new Sender(node, chainNumber, index, DEVELOPMENT_MNEMONIC);
  for (let pauseMs = FIRST_AFTER_MS; !signal.aborted; pauseMs = EVERY_MS) {
    await sleep(pauseMs, undefined, { signal });
    try {
      await thief.pay({ to: payee, amount: AMOUNT_WEI });
      log(`demo: ${thief.address} paid out what nobody planned; Health shows it once it is final`);
    } catch (error) {
      if (!signal.aborted) log(`demo: no unexplained outflow just now: ${(error as Error).message.split('\n')[0]}`);
    }
  }
}
