import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Random, reorg } from '@tributary/demo';
import { SERVICES } from '@tributary/stack';
import { audit } from '../audit';
import { ChainTruth } from '../chain-truth';
import type { Claim, ClaimRun, Verdict } from '../claim';
import { populate, type Population } from '../populate';
import { System } from '../system';
import { send, type Fault } from '../traffic';
import { underWay } from '../under-way';
import { auditOutgoing } from './audit-outgoing';
import { auditPlaces } from './audit-places';
import { Operators } from './operators';
import { readEntries } from './read-entries';

const SIZE = { clients: 30, addressesPerClient: 2, senders: 40, writers: 4 };
/** The node last: put back from its state, it no longer has the contracts of the blocks before, and a reorg needs them. */
const PARTS = ['postgres', 'kafka', 'issuer', 'signer', 'ethereum'];
const REORGS = 10;
const DEEPEST_REORG = 5;
/**
 * Finality lags by 8 blocks: this takes deposits, their top-ups and their sweeps, all of them final. Never the blocks
 * before the first deposit, which gave the senders what they send.
 */
const PAST_FINALITY = 40;
/** Long enough that sweeps settle between the faults, unless there are only a few deposits. */
const TRAFFIC_MS = 240_000;
const LONGEST_PAUSE_MS = 4_000;
const SETTLED_WITHIN_MS = 600_000;

/** Deposits are swept, moved on and traced, each once and with its approval, whatever is killed or taken back. */
export const wholePath: Claim = {
  name: 'whole-path',
  promises:
    'deposits are swept once, approved, settled and traced to where they lie, through kills of every process and reorgs past finality',
  defaultTrials: 500,
  guards: ['lease', 'stored-bytes'],
  async run(run) {
    const system = await System.start({
      programs: { 'sweep-planner': join(__dirname, '..', 'provoked', 'sweep-planner.ts') },
      env: run.without ? { CLAIM_WITHOUT: run.without } : {},
      // The node is killed too: what it keeps of old states goes into every one of its dumps, and what it forgets
      // since the last one must be less than finality lags, which is 8 blocks.
      anvil: { blockTimeSec: 2, recentStates: 150 },
      log: run.log,
    });
    const operators = new Operators(system.api, run.log);
    try {
      return await campaign(run, system, operators);
    } finally {
      await operators.leave();
      await system.stop();
    }
  },
};

async function campaign(run: ClaimRun, system: System, operators: Operators): Promise<Verdict> {
  const { trials: deposits, seed, log } = run;
  const random = new Random(seed);
  const population = await populate(system, { ...SIZE, sweeps: true }, log);
  const { assets, chain, node } = population;
  await system.addSecond('sweep-planner');
  const readyAt = await node.height();

  const at = (share: number): number => Math.max(1, Math.floor(deposits * share));
  const victims = [...SERVICES, ...PARTS];
  const kills = victims.map((name, index): Fault => ({
    afterDeposits: at((index + 1) / (victims.length + 1)),
    what: `kill -9 ${name}`,
    strike: () => system.stack.kill(name),
  }));
  const pastFinality = [0.5, 0.85].map((share): Fault => ({
    afterDeposits: at(share),
    what: 'reorg past finality',
    async strike(sent) {
      const depth = Math.min(PAST_FINALITY, (await node.height()) - readyAt);
      const { returned, dropped } = await reorg(node, depth, sent, random);
      log(`of ${depth} blocks: ${returned.length} deposits return in another block, ${dropped.length} never`);
      await operators.resume(chain, 'the node followed the losing branch of a partition');
    },
  }));
  const handMoves = [0.4, 0.5, 0.7, 0.8].map((share, index): Fault => ({
    afterDeposits: at(share),
    what: 'a movement by hand',
    async strike() {
      const { contract, decimals } = random.pick(assets);
      const assetId = contract ? `${chain}/erc20:${contract.toLowerCase()}` : `${chain}/slip44:60`;
      const amount = 10n ** BigInt(decimals);
      if (index === 3) await operators.move('refill', assetId, 'warm', 'hot', amount / 2n);
      else await operators.move('skim', assetId, 'hot', index === 1 ? 'cold' : 'warm', amount);
    },
  }));
  const { reorgs, returned, dropped } = await send({
    ...population,
    deposits,
    random,
    log,
    pauseMs: Math.min(LONGEST_PAUSE_MS, Math.max(500, (2 * TRAFFIC_MS) / deposits)),
    faults: [...kills, ...handMoves, ...pastFinality],
    reorgs: Array.from({ length: REORGS }, (_, index) => ({
      afterDeposits: at((0.9 * (index + 0.5)) / REORGS),
      depth: 1 + (index % DEEPEST_REORG),
    })),
  });
  const unsettled = await comeToRest(system, node, log);
  const figures = await hold(system, population, log);
  const { approvals, handMoves: planned } = operators;
  const faults = Object.values(figures.counts).reduce((sum, count) => sum + count, 0);
  return {
    holds: faults === 0 && unsettled === undefined && figures.swept > 0,
    ...figures.counts,
    deposits: figures.deposits,
    swept: figures.swept,
    approvals,
    handMoves: planned,
    reorgs,
    reorgsPastFinality: pastFinality.length,
    returned,
    dropped,
    kills: victims.length,
    ...(unsettled ? { unsettled } : {}),
  };
}

/** Waits until the chain is final beyond every transaction and nothing is under way. */
async function comeToRest(
  system: System,
  node: Population['node'],
  log: (line: string) => void,
): Promise<string | undefined> {
  const deadlineMs = Date.now() + SETTLED_WITHIN_MS;
  try {
    for (let calm = 0; calm < 3; await sleep(2_000)) {
      await node.finalizedBeyondHead();
      await system.settled(SETTLED_WITHIN_MS);
      const flows = await underWay(system.databaseUrl);
      calm = flows === '' ? calm + 1 : 0;
      log(flows === '' ? 'nothing is under way' : `under way: ${flows}`);
      if (Date.now() > deadlineMs) return `Not at rest within ${SETTLED_WITHIN_MS / 1000} s: ${flows}`;
    }
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Holds books, planner and graph against the chain and against plain queues. */
async function hold(system: System, { chain, custodian, assets }: Population, log: (line: string) => void) {
  const findings = await audit(system, chain, custodian, assets, log);
  const truth = new ChainTruth(system.nodeUrl, chain);
  const ours = new Set(custodian.addresses.map(({ address }) => address));
  const tokens = new Set(assets.flatMap(({ contract }) => contract?.toLowerCase() ?? []));
  const height = findings.finalizedHeight;
  const payments = await truth.payments(ours, height);
  const clients = new Set(custodian.addresses.flatMap(({ address, clientId }) => (clientId ? [address] : [])));
  const transfers = (await truth.deposits(clients, tokens, height)).filter(({ from }) => !ours.has(from));

  const database = new Client({ connectionString: system.databaseUrl });
  await database.connect();
  try {
    const { rows } = await database.query<{ entries: string }>('SELECT count(*) AS entries FROM ledger_writer.entry');
    const entries = await readEntries(system.stack.env.KAFKA_BROKERS ?? '', Number(rows[0]?.entries));
    const hubs = custodian.addresses.flatMap(({ address, walletId }) =>
      ['hot', 'warm', 'cold'].includes(walletId)
        ? assets.map(({ contract }) => ({
            node: `assets:c:${walletId}:${chain}:${address}`,
            assetId: contract ? `${chain}/erc20:${contract.toLowerCase()}` : `${chain}/slip44:60`,
          }))
        : [],
    );
    const misplaced = await auditPlaces(system.api, entries, transfers, hubs, log);
    const outgoing = await auditOutgoing(database, payments);
    const examples = [misplaced, outgoing.doubleSweeps, outgoing.leakedLeases, outgoing.unapproved];
    for (const example of [...findings.examples, ...examples.flatMap((some) => some.slice(0, 3))]) log(example);
    return {
      counts: {
        lost: findings.lost,
        duplicated: findings.duplicated,
        unbalanced: findings.unbalanced,
        untraced: findings.untraced + misplaced.length,
        doubleSweeps: outgoing.doubleSweeps.length,
        leakedLeases: outgoing.leakedLeases.length,
        unapproved: outgoing.unapproved.length,
      },
      deposits: transfers.length,
      swept: payments.filter(({ moved }) => moved).length,
    };
  } finally {
    await database.end();
  }
}
