import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readStackState } from '@tributary/stack';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './launch-chromium';
import { signIn } from './sign-in';

const REPOSITORY = resolve(__dirname, '../../..');

const HELP = `npm run pictures [-- --origin http://127.0.0.1:PORT] [--out FOLDER]

Takes a picture of each screen of a running console: of the one that npm start runs here, or of --origin,
signed in at the development issuer.
They are written to docs/images, or to --out.`;

interface Picture {
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
  { name, path, width, theme }: Picture,
): Promise<string> {
  const page = await browser.newPage({ viewport: { width, height: width === 390 ? 844 : 1000 }, colorScheme: theme });
  try {
    await signIn(page, origin, 'auditor');
    await page.goto(origin + (await filled(page, origin, path)));
    // Some seconds let a picture that moves come to rest.
    await page.waitForTimeout(4000);
    const file = join(out, `${name}-${width}-${theme}.png`);
    await page.screenshot({ path: file, animations: 'disabled' });
    return file;
  } finally {
    await page.close();
  }
}

/** Puts the newest credited deposit, or the account of a client, in its place. */
async function filled(page: Page, origin: string, path: string): Promise<string> {
  if (path.includes('{deposit}')) {
    const { transferId } = await first(page, origin, '/deposits?state=finalized&limit=1');
    return path.replace('{deposit}', encodeURIComponent(transferId ?? ''));
  }
  if (path.includes('{account}')) {
    const { book = '' } = await first(page, origin, '/books');
    const accounts = new URLSearchParams({ book, prefix: 'liabilities:c:available', limit: '1' });
    const { account = '' } = await first(page, origin, `/accounts?${accounts}`);
    return `/ledger?${new URLSearchParams({ book, account })}`;
  }
  return path;
}

/** The first item of a list of the console's API, asked as the page's person; nothing where the list is empty. */
async function first(page: Page, origin: string, path: string): Promise<Readonly<Record<string, string>>> {
  const answer = await page.request.get(`${origin}/api/v1${path}`);
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  const { items } = (await answer.json()) as { items: readonly Readonly<Record<string, string>>[] };
  return items[0] ?? {};
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
