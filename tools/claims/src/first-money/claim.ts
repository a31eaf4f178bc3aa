import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from '@tributary/demo';
import type { Claim, ClaimRun, Verdict } from '../claim';
import { populate } from '../populate';
import { GUARDS } from '../provoked/guards';
import { System } from '../system';
import { audit } from '../audit';
import { send, type Fault } from '../traffic';
import { Zombie } from './zombie';

const CLIENTS = 50;
const ADDRESSES_PER_CLIENT = 2;
const SENDERS = 50;
const WRITERS = 12;

/** Deposits reach balanced books and a traceable graph, each once, whatever is killed on the way. */
export const firstMoney: Claim = {
  name: 'first-money',
  promises:
    'real deposits are credited once, balanced and traced, through kills of every service, broker and database and reorgs',
  defaultTrials: 500,
  guards: GUARDS,
  async run(run) {
    const folder = await mkdtemp(join(tmpdir(), 'tributary-zombie-'));
    const zombieMark = join(folder, 'zombie.pid');
    const program = (name: string): string => join(__dirname, '..', 'provoked', `${name}.ts`);
    const system = await System.start({
      programs: {
        'custody-registry': program('custody-registry'),
        'deposit-watcher': program('deposit-watcher'),
        'ledger-writer': program('ledger-writer'),
      },
      env: { CLAIM_ZOMBIE_MARK: zombieMark, ...(run.without ? { CLAIM_WITHOUT: run.without } : {}) },
      log: run.log,
    });
    try {
      return await campaign(run, system, zombieMark);
    } finally {
      await system.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function campaign(
  { trials: deposits, seed, without, log }: ClaimRun,
  system: System,
  zombieMark: string,
): Promise<Verdict> {
  const random = new Random(seed);
  const size = { clients: CLIENTS, addressesPerClient: ADDRESSES_PER_CLIENT, senders: SENDERS, writers: WRITERS };
  const { node, chain, custodian, assets, senders } = await populate(system, size, log);
  await system.addSecond('ledger-writer');

  const kill = (name: string, share: number): Fault => ({
    afterDeposits: Math.ceil(deposits * share),
    what: `kill -9 ${name}`,
    strike: () => system.stack.kill(name),
  });
  const zombie = new Zombie(zombieMark, log);
  const waking = zombie.wake();
  const { reorgs, returned, dropped } = await send({
    node,
    senders,
    custodian,
    assets,
    deposits,
    random,
    log,
    reorgs: [
      { afterDeposits: Math.floor(deposits * 0.3), depth: 3 },
      { afterDeposits: Math.floor(deposits * 0.85), depth: 3 },
    ],
    faults: [
      kill('deposit-watcher', 0.1),
      kill('flow-graph', 0.25),
      kill('kafka', 0.45),
      kill('postgres', 0.6),
      {
        afterDeposits: Math.ceil(deposits * 0.75),
        what: 'kill -9 the ledger-writer that is no zombie',
        strike: () =>
          system.stack.kill(zombie.is(system.stack.pid('ledger-writer')) ? 'ledger-writer-2' : 'ledger-writer'),
      },
    ],
  });
  const woken = await waking;
  await node.finalizedBeyondHead();
  const unsettled = await system.settled(180_000).then(
    () => undefined,
    (error: Error) => error.message,
  );
  log(unsettled ?? 'everything is at rest; auditing');
  const { examples, ...findings } = await audit(system, chain, custodian, assets, log);
  for (const example of examples) log(example);
  const { duplicates, deadLetters } = await system.refused('ledger-writer');
  const clean = findings.lost + findings.duplicated + findings.unbalanced + findings.untraced === 0;
  const masked = clean && without === 'fence' && duplicates > 0;
  return {
    holds: clean && unsettled === undefined && deadLetters === 0 && woken && findings.deposits > 0,
    ...findings,
    sent: deposits,
    reorgs,
    returned,
    dropped,
    kills: 5,
    redeliveriesDropped: duplicates,
    deadLetters,
    ...(unsettled ? { unsettled } : {}),
    ...(masked
      ? { maskedBy: 'consumer_inbox_pkey (event_id): the zombie redelivered, the inbox knew every event' }
      : {}),
  };
}
