import { Random } from '@tributary/demo';
import { Pool } from 'pg';
import type { Claim, ClaimRun, Verdict } from '../claim';
import { audit } from './audit';
import { dropConstraints } from './constraints';
import { openLanes } from './lanes';
import { People } from './people';
import { MakerCheckerSystem } from './system';
import { race, Tally } from './trial';

/** Mandates that are raced over at once. */
const LANES = 8;
const TOLD_EVERY = 100;

/** Nobody approves what they asked for, nor anything else than what they read, whoever races whom. */
export const makerChecker: Claim = {
  name: 'maker-checker',
  promises: 'no change and no flow is approved by its maker, on another digest or twice, in races of everybody at once',
  defaultTrials: 2000,
  guards: ['constraint'],
  async run(run) {
    const system = await MakerCheckerSystem.start(run.log);
    const database = new Pool({ connectionString: system.databaseUrl, max: LANES });
    try {
      return await campaign(run, system, database);
    } finally {
      await database.end();
      await system.stop();
    }
  },
};

/** @remarks The registry without a check of its own is always there; `--without constraint` takes the database's too. */
async function campaign(
  { trials, seed, without, log }: ClaimRun,
  system: MakerCheckerSystem,
  database: Pool,
): Promise<Verdict> {
  const people = new People(system.issuer);
  const { registry, carelessRegistry, planner } = system;
  const lanes = await openLanes(people, registry, database, LANES);
  const dropped = without === 'constraint' ? await dropConstraints(database) : [];
  if (dropped.length > 0) log(`taken away: ${dropped.join(', ')}`);
  const tally = new Tally();
  const setting = { people, registry, carelessRegistry, planner, database, tally };
  let next = 1;
  await Promise.all(
    lanes.map(async (lane) => {
      for (let trial = next++; trial <= trials; trial = next++) {
        await race(setting, lane, trial, new Random(seed + trial));
        if (trial % TOLD_EVERY === 0) log(`trial ${trial} of ${trials}: ${tally.granted.length} changes approved`);
      }
    }),
  );
  const { granted, ...attempts } = tally;
  const findings = await audit(database, tally);
  const faults = findings.selfApprovals + findings.otherDigestApprovals + findings.doubleApplied;
  const isProvoked =
    attempts.ownAttempts > 0 &&
    attempts.otherDigestAttempts > 0 &&
    attempts.refusedByDatabase > 0 &&
    granted.length > 0;
  return {
    holds: faults + attempts.failures === 0 && isProvoked && findings.approvedFlows > 0,
    ...findings,
    ...attempts,
  };
}
