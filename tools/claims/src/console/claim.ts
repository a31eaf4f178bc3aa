import { join } from 'node:path';
import { launchChromium } from '@tributary/browser';
import { run as runProgram } from '@tributary/stack';
import type { Browser } from 'playwright-core';
import type { Claim, ClaimRun, Verdict } from '../claim';
import { System } from '../system';
import { faultsOf, shown } from './audit-screen';
import { fill } from './fill';
import { initialScriptKb } from './initial-script';
import { keyboardTasks } from './keyboard-tasks';
import { screensOf } from './screens';
import { totalsOff } from './totals';
import { Visitor, type View } from './visitor';

const REPOSITORY = join(__dirname, '../../../..');
const MOST_INITIAL_KB = 160;
const VIEWS: readonly View[] = [
  { width: 1440, theme: 'light' },
  { width: 1440, theme: 'dark' },
  { width: 390, theme: 'dark' },
  { width: 390, theme: 'light' },
];

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
      const clients = await fill(run, system);
      browser = await launchChromium();
      return await visit(run, system, browser, clients);
    } finally {
      await browser?.close();
      await system.stop();
    }
  },
};

async function visit(run: ClaimRun, system: System, browser: Browser, clients: readonly string[]): Promise<Verdict> {
  const { log } = run;
  const origin = system.urls.console;
  const faults: string[] = [];
  const violations: string[] = [];
  const note = (kind: string[], line: string): void => {
    kind.push(line);
    log(line);
  };
  const arrive = (who: 'operator' | 'approver') =>
    Visitor.arrive(browser, origin, who, (line) => note(violations, line));

  const reader = await arrive('approver');
  const initialJsKb = await initialScriptKb(browser, reader.page.context(), origin);
  log(`${initialJsKb} kB of script before the first screen`);
  const assets = await system.api.get<{ items: { assetId: string; symbol: string; decimals: number }[] }>('/assets');
  const off = await totalsOff(reader.page, origin, system.databaseUrl, assets.items);
  off.forEach(log);
  await reader.leave();

  const screens = await screensOf(system.api);
  const auditor = await arrive('approver');
  for (const { name, path } of screens) {
    log(`${name} in ${VIEWS.length} views`);
    await auditor.page.goto(origin + path);
    for (const view of VIEWS) {
      await auditor.turnTo(view);
      await shown(auditor.page);
      for (const fault of await faultsOf(auditor.page)) note(faults, `${name}, ${view.width} ${view.theme}: ${fault}`);
    }
  }
  await auditor.leave();

  const tasks = keyboardTasks(clients[0] ?? '');
  const failed: string[] = [];
  for (const who of ['operator', 'approver'] as const) {
    const visitor = await arrive(who);
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
