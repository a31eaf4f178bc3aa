import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '@tributary/demo';
import { launchChromium } from '@tributary/browser';
import { run as runProgram } from '@tributary/stack';
import type { Browser } from 'playwright-core';
import type { Claim, ClaimRun, Verdict } from '../claim';
import { populate } from '../populate';
import { System } from '../system';
import { send } from '../traffic';
import { faultsOf, shown } from './audit-screen';
import { initialScriptKb } from './initial-script';
import { keyboardTasks } from './keyboard-tasks';
import { screensOf } from './screens';
import { totalsOff } from './totals';
import { Visitor, type View } from './visitor';

const REPOSITORY = join(__dirname, '../../../..');
const SIZE = { clients: 4, addressesPerClient: 2, senders: 6, writers: 2, sweeps: true };
const SETTLED_WITHIN_MS = 300_000;
const MOST_INITIAL_KB = 160;
const VIEWS: readonly View[] = [
  { width: 1440, theme: 'light' },
  { width: 1440, theme: 'dark' },
  { width: 390, theme: 'light' },
  { width: 390, theme: 'dark' },
];
const DESK = VIEWS[0] as View;

/** The page keeps its promises in a real browser, on a system that has swept, waits for approvals and is at rest. */
export const consoleClaim: Claim = {
  name: 'console',
  promises:
    'every task by keyboard, no axe violation on any screen in both themes and widths, no CSP violation, 160 kB of script at most, totals equal SQL',
  defaultTrials: 60,
  async run(run) {
    run.log('building the page');
    const args = ['nx', 'build', '@tributary/console-web'];
    await runProgram({ command: 'npx', args, cwd: REPOSITORY, env: { NX_DAEMON: 'false' } });
    const system = await System.start({ log: run.log });
    let browser: Browser | undefined;
    try {
      const { clients } = await fill(run, system);
      browser = await launchChromium();
      return await visit(run, system, browser, clients);
    } finally {
      await browser?.close();
      await system.stop();
    }
  },
};

/** Deposits, of which the larger ones wait for an approver to be swept; and clients that wait to be opened. */
async function fill(
  { trials: deposits, seed, log }: ClaimRun,
  system: System,
): Promise<{ clients: readonly string[] }> {
  const population = await populate(system, SIZE, log);
  log(`${deposits} deposits`);
  await send({ ...population, deposits, faults: [], reorgs: [], random: new Random(seed), log });
  await population.node.finalizedBeyondHead();
  const ether = `${population.chain}/slip44:60`;
  await sweepSettled(system, ether);
  for (const client of ['CL-NEW-1', 'CL-NEW-2']) await system.api.post('/clients', { items: [{ clientId: client }] });
  await system.settled(SETTLED_WITHIN_MS);
  return { clients: population.custodian.clients };
}

/** Until there is something to skim. */
async function sweepSettled(system: System, assetId: string): Promise<void> {
  const path = `/sweeps?${new URLSearchParams({ state: 'SETTLED', kind: 'sweep', assetId })}`;
  for (const deadlineMs = Date.now() + SETTLED_WITHIN_MS; Date.now() < deadlineMs; await sleep(1_000)) {
    if ((await system.api.get<{ items: object[] }>(path)).items.length > 0) return;
  }
  throw new Error(`No sweep of ${assetId} was settled within ${SETTLED_WITHIN_MS / 1000} s`);
}

async function visit(run: ClaimRun, system: System, browser: Browser, clients: readonly string[]): Promise<Verdict> {
  const { log } = run;
  const origin = system.urls.console;
  const faults: string[] = [];
  const violations: string[] = [];
  const arrive = (who: 'operator' | 'approver', view: View) =>
    Visitor.arrive(browser, origin, who, view, (line) => violations.push(line));
  const note = (kind: string[], line: string): void => {
    kind.push(line);
    log(line);
  };

  const reader = await arrive('approver', DESK);
  const initialJsKb = await initialScriptKb(browser, reader.page.context(), origin);
  log(`${initialJsKb} kB of script before the first screen`);
  const assets = await system.api.get<{ items: { assetId: string; symbol: string; decimals: number }[] }>('/assets');
  const off = await totalsOff(reader.page, origin, system.databaseUrl, assets.items);
  off.forEach(log);
  await reader.leave();

  const screens = await screensOf(system.api);
  for (const view of VIEWS) {
    const visitor = await arrive('approver', view);
    log(`${screens.length} screens, ${view.width} px, ${view.theme}`);
    for (const { name, path } of screens) {
      await visitor.page.goto(origin + path);
      await shown(visitor.page);
      for (const fault of await faultsOf(visitor.page)) note(faults, `${name}, ${view.width} ${view.theme}: ${fault}`);
    }
    await visitor.leave();
  }

  const tasks = keyboardTasks(clients[0] ?? '');
  const failed: string[] = [];
  for (const who of ['operator', 'approver'] as const) {
    const visitor = await arrive(who, DESK);
    for (const task of tasks.filter((each) => each.who === who)) {
      await task.run(visitor.page, origin).then(
        () => log(`by keyboard: ${task.name}`),
        (error: Error) => note(failed, `not by keyboard: ${task.name}: ${error.message.split('\n')[0]}`),
      );
    }
    await visitor.leave();
  }
  return {
    holds: faults.length + violations.length + failed.length + off.length === 0 && initialJsKb <= MOST_INITIAL_KB,
    axeViolations: faults.length,
    cspViolations: violations.length,
    initialJsKb,
    keyboardTasksFailed: failed.length,
    keyboardTasks: tasks.length,
    totalsOff: off.length,
    screens: screens.length * VIEWS.length,
    ...(faults.length + violations.length + failed.length > 0 && { first: [...violations, ...failed, ...faults][0] }),
  };
}
