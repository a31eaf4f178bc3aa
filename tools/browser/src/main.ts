import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readStackState, type PersonName } from '@tributary/stack';
import type { Browser } from 'playwright-core';
import { fillPath } from './fill-path';
import { launchChromium } from './launch-chromium';
import { signIn } from './sign-in';

const REPOSITORY = resolve(__dirname, '../../..');

const HELP = `npm run pictures [-- --origin http://127.0.0.1:PORT] [--out FOLDER]

Takes a picture of each screen of a running console: of the one that npm start runs here, or of --origin,
signed in at the development issuer.
They are written to docs/images, or to --out.`;

interface Picture {
  /** who looks; without: the auditor, who may read everything */
  readonly who?: PersonName;
  readonly name: string;
  readonly path: string;
  readonly width: 1440 | 390;
  readonly theme: 'light' | 'dark';
}

const PICTURES: readonly Picture[] = [
  { name: 'flow', path: '/flow?range=all', width: 1440, theme: 'light' },
  { name: 'flow', path: '/flow?range=all', width: 1440, theme: 'dark' },
  { name: 'flow', path: '/flow?range=all', width: 390, theme: 'dark' },
  { name: 'deposits', path: '/deposits', width: 1440, theme: 'light' },
  { name: 'life-line', path: '/deposits/{deposit}', width: 1440, theme: 'light' },
  { name: 'trace', path: '{funds}', width: 1440, theme: 'light' },
  { name: 'trace', path: '{funds}', width: 390, theme: 'dark' },
  { name: 'sweeps', path: '/sweeps', width: 1440, theme: 'light' },
  { name: 'sweep', path: '/sweeps/{sweep}', width: 1440, theme: 'light' },
  { who: 'approver', name: 'approvals', path: '/approvals', width: 1440, theme: 'light' },
  { name: 'registry', path: '/registry', width: 1440, theme: 'light' },
  { name: 'ledger', path: '{account}', width: 1440, theme: 'light' },
  { name: 'health', path: '/health', width: 1440, theme: 'light' },
];

async function main(): Promise<void> {
  const options = { origin: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean' } } as const;
  const { values } = parseArgs({ options });
  if (values.help) return void console.log(HELP);
  const origin = values.origin ?? runningConsole();
  const out = values.out ?? join(REPOSITORY, 'docs/images');
  mkdirSync(out, { recursive: true });
  const browser = await launchChromium();
  try {
    for (const picture of PICTURES) console.log(`wrote ${await take(browser, origin, out, picture)}`);
  } finally {
    await browser.close();
  }
}

function runningConsole(): string {
  const { port } = readStackState(join(REPOSITORY, '.tributary')).parts['console'] ?? {};
  if (!port) throw new Error(`No console runs here: start one with "npm start", or name one.\n\n${HELP}`);
  return `http://127.0.0.1:${port}`;
}

async function take(
  browser: Browser,
  origin: string,
  out: string,
  { who = 'auditor', name, path, width, theme }: Picture,
): Promise<string> {
  const page = await browser.newPage({ viewport: { width, height: width === 390 ? 844 : 1000 }, colorScheme: theme });
  try {
    await signIn(page, origin, who);
    await page.goto(origin + (await fillPath(page, origin, path)));
    await page.locator('main h1').first().waitFor();
    await page.locator('.loading').first().waitFor({ state: 'detached' });
    // Some seconds let a picture that moves come to rest.
    await page.waitForTimeout(4000);
    const file = join(out, `${name}-${width}-${theme}.png`);
    await page.screenshot({ path: file, animations: 'disabled' });
    return file;
  } finally {
    await page.close();
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
