import { setTimeout as sleep } from 'node:timers/promises';
import { Api } from './api';
import { makeCustodian, type Custodian, type DemoAsset } from './custodian';
import { approveWhatWaits, moveByHand } from './hand-movements';
import { demoMandates } from './mandates';
import { OutsideNode } from './outside-node';
import { Random } from './random';
import { register } from './register';
import { reorg } from './reorg';
import { Sender, type Payment, type SentTransaction } from './sender';
import { deployTokens, heldBy } from './tokens';
import { payUnexplained } from './unexplained-outflow';

/** What the demo needs to know of the running system. */
export interface DemoOptions {
  /** Origin of the console, e.g. `http://127.0.0.1:4000`. */
  readonly consoleUrl: string;
  readonly nodeUrl: string;
  /** The development issuer, for the demo's own tokens. */
  readonly issuer: string;
  readonly log: (line: string) => void;
  readonly signal: AbortSignal;
}

/** How many clients the demo custodian has, and how many deposit addresses each. */
export const DEMO_SIZE = { clients: 12, addressesPerClient: 2 };

const SENDERS = 9;
const ETHER = 10n ** 18n;
const REORG_EVERY_MS = 90_000;
const REORG_DEPTH = 3;
const REPORT_EVERY_MS = 5_000;
const SETUP_RETRY_MS = 3_000;

/**
 * Runs the made-up custodian until it is told to stop: registers its clients and addresses, funds the house's wallets
 * from the node's own accounts, then makes deposits at a pace one can watch, with a reorg now and then. The system
 * sweeps them by itself; every few minutes a movement waits for an approver, once an hour money leaves unexplained.
 */
export async function runDemo({ consoleUrl, nodeUrl, issuer, log, signal }: DemoOptions): Promise<void> {
  const node = new OutsideNode(nodeUrl);
  await node.assertDevelopmentNode();
  const chainNumber = await node.number('eth_chainId');
  const chain = `eip155:${chainNumber}`;
  const api = new Api(consoleUrl, issuer);
  const custodian = makeCustodian(DEMO_SIZE);
  const senders = Array.from({ length: SENDERS }, (_, index) => new Sender(node, chainNumber, index));
  const deployer = new Sender(node, chainNumber, SENDERS);

  const persist = <T>(what: string, work: () => Promise<T>): Promise<T> => untilDone(what, work, log, signal);
  const holders = senders.map(({ address }) => address);
  const tokens = await persist('putting two tokens onto the node', () => deployTokens(node, deployer, holders));
  const assets: readonly DemoAsset[] = [{ kind: 'native', symbol: 'ETH', decimals: 18 }, ...tokens];
  await persist(`registering ${custodian.clients.length} clients and ${custodian.addresses.length} addresses`, () =>
    register(api, chain, custodian, assets, { mandates: demoMandates(chain, assets) }),
  );
  await persist("funding the house's wallets", () => fundHouse(node, custodian, senders, assets));

  const hands = { api, custodian, random: new Random(Date.now()), log, signal };
  await Promise.all([
    traffic(node, custodian, senders, assets, log, signal),
    moveByHand(hands),
    approveWhatWaits(hands),
    payUnexplained(node, chainNumber, custodian, deployer.address, log, signal),
    report(api, log, signal),
  ]).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

/** Does what must be done before there is traffic; a node or a service that is away meanwhile is waited for. */
async function untilDone<T>(
  what: string,
  work: () => Promise<T>,
  log: (line: string) => void,
  signal: AbortSignal,
): Promise<T> {
  for (;;) {
    log(`demo: ${what}`);
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      log(`demo: ${(error as Error).message.split('\n')[0]}; trying again`);
      await sleep(SETUP_RETRY_MS, undefined, { signal });
    }
  }
}

async function traffic(
  node: OutsideNode,
  custodian: Custodian,
  senders: readonly Sender[],
  assets: readonly DemoAsset[],
  log: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const random = new Random(Date.now());
  const sent = new Map<string, SentTransaction>();
  const remember = (transaction: SentTransaction): void => {
    sent.set(transaction.txid, transaction);
    // A map keeps its order: only transactions of the last few blocks can be in a reorg.
    for (const txid of sent.keys()) {
      if (sent.size <= 50) break;
      sent.delete(txid);
    }
  };
  const deposits = custodian.addresses.filter(({ walletId }) => walletId === 'deposits');
  let reorgDueAtMs = Date.now() + REORG_EVERY_MS;
  while (!signal.aborted) {
    try {
      if (Date.now() > reorgDueAtMs) {
        reorgDueAtMs = Date.now() + REORG_EVERY_MS;
        const { depth, returned, dropped } = await reorg(node, REORG_DEPTH, sent, random);
        log(
          `demo: reorg of ${depth} blocks, ${returned.length} transactions return in another block, ${dropped.length} never`,
        );
      } else {
        const asset = random.pick(assets);
        const payment = {
          to: random.pick(deposits).address,
          amount: amountOf(asset, random),
          contract: asset.contract,
        };
        remember(await random.pick(senders).pay(payment));
      }
    } catch (error) {
      if (signal.aborted) return;
      log(`demo: the node did not take a transaction, going on: ${(error as Error).message.split('\n')[0]}`);
    }
    await sleep(random.between(700, 2500), undefined, { signal });
  }
}

/** Gives the house its first money, from outside: ours start at zero. What a wallet has already is not given again. */
async function fundHouse(
  node: OutsideNode,
  custodian: Custodian,
  senders: readonly Sender[],
  assets: readonly DemoAsset[],
): Promise<void> {
  const [from] = senders;
  const addressOf = (wallet: string): string | undefined =>
    custodian.addresses.find(({ walletId }) => walletId === wallet)?.address;
  const [hot, gas] = [addressOf('house-hot'), addressOf('house-gas')];
  if (!from || !hot || !gas) throw new Error('The demo custodian has no house wallets');
  const tokens = assets.flatMap(({ contract, decimals }): Payment[] =>
    contract ? [{ to: hot, amount: 50_000n * 10n ** BigInt(decimals), contract }] : [],
  );
  const ether: Payment[] = [
    { to: hot, amount: 60n * ETHER },
    { to: gas, amount: 8n * ETHER },
  ];
  for (const payment of [...ether, ...tokens]) {
    if ((await heldBy(node, payment.to, payment)) === 0n) await from.pay(payment);
  }
}

/** A believable amount: a few hundredths to a few dozens of ether, tens to thousands of a token, with a ragged end. */
function amountOf({ kind, decimals }: DemoAsset, random: Random): bigint {
  const hundredths = BigInt(kind === 'native' ? random.between(3, 1800) : random.between(2_500, 900_000));
  const ragged = BigInt(random.between(0, 9999)) * 10n ** BigInt(decimals - 6);
  return hundredths * 10n ** BigInt(decimals - 2) + ragged;
}

interface DepositSummary {
  readonly credited: number;
  readonly reverted: number;
}

async function report(api: Api, log: (line: string) => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sleep(REPORT_EVERY_MS, undefined, { signal });
    try {
      const { credited, reverted } = await api.get<DepositSummary>('/deposits/summary');
      const { items } = await api.get<{ items: readonly { balanced: boolean }[] }>('/books');
      const unbalanced = items.filter(({ balanced }) => !balanced).length;
      log(`deposits credited: ${credited}, reverted: ${reverted}, books out of balance: ${unbalanced}`);
    } catch (error) {
      if (!signal.aborted) log(`demo: the console does not answer yet: ${(error as Error).message.split('\n')[0]}`);
    }
  }
}
