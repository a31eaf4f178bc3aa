import { shown } from './audit-screen';
import { open, press, tabTo } from './keyboard';
import type { Task } from './task';

const SCREENS = { f: 'Flow', t: 'Trace', d: 'Deposits', s: 'Sweeps', a: 'Approvals', l: 'Ledger', r: 'Registry' };

/** The page forgets the first of two keys after a while: on a busy machine they are pressed again. */
const GO_TRIES = 3;

const goes: Task[] = Object.entries(SCREENS).map(([key, title]) => ({
  who: 'approver',
  name: `go to ${title}`,
  async run(page, origin) {
    await open(page, origin, '/health');
    const arrived = page.locator('main h1', { hasText: title });
    for (let tries = 1; tries <= GO_TRIES && !(await arrived.isVisible()); tries += 1) {
      await page.keyboard.press('g');
      await page.keyboard.press(key);
      await arrived.waitFor({ timeout: 10_000 }).catch(() => undefined);
    }
    await arrived.waitFor({ timeout: 1_000 });
  },
}));

/** What everybody may do; `client` is one that stands in the registry. */
export function readingTasks(client: string): readonly Task[] {
  return [
    ...goes,
    {
      who: 'approver',
      name: 'read and close the help',
      async run(page, origin) {
        await open(page, origin, '/deposits');
        await page.keyboard.press('?');
        await page.getByRole('heading', { name: 'Keys' }).waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole('heading', { name: 'Keys' }).waitFor({ state: 'hidden' });
      },
    },
    {
      who: 'approver',
      name: 'find a client and go to its deposits',
      async run(page, origin) {
        await open(page, origin, '/flow');
        await page.locator('#palette').waitFor({ state: 'attached' });
        await page.keyboard.press('Control+k');
        await page.keyboard.type(client);
        await page.getByRole('option', { name: client }).first().waitFor();
        await page.keyboard.press('Enter');
        await page.waitForURL((url) => url.searchParams.get('clientId') === client);
      },
    },
    {
      who: 'approver',
      name: "open a ribbon's movements in Flow",
      async run(page, origin) {
        await open(page, origin, '/flow?range=all');
        await press(page, page.locator('main svg [tabindex="0"]'));
        await page.waitForURL((url) => url.searchParams.has('source'));
      },
    },
    {
      who: 'approver',
      name: 'open a deposit and trace it',
      async run(page, origin) {
        await open(page, origin, '/deposits?state=finalized');
        await press(page, page.locator('tbody a'));
        await page.waitForURL(/\/deposits\/.+/);
        await shown(page);
        await press(page, page.locator('main a[href*="/trace?"]'));
        await page.waitForURL(/\/trace\?/);
      },
    },
    {
      who: 'approver',
      name: 'filter the sweeps and open one',
      async run(page, origin) {
        await open(page, origin, '/sweeps');
        await tabTo(page, page.getByLabel('Kind'));
        await page.keyboard.type('Sweep');
        await page.waitForURL((url) => url.searchParams.get('kind') === 'sweep');
        await shown(page);
        await press(page, page.locator('tbody a'));
        await page.getByRole('heading', { name: 'Attempts' }).waitFor();
      },
    },
    {
      who: 'approver',
      name: 'save a table as CSV',
      async run(page, origin) {
        await open(page, origin, '/sweeps');
        const saved = page.waitForEvent('download');
        await press(page, page.getByRole('button', { name: 'CSV' }));
        await saved;
      },
    },
    {
      who: 'approver',
      name: 'open an account and an entry of the ledger',
      async run(page, origin) {
        await open(page, origin, '/ledger');
        await press(page, page.locator('main tbody a'));
        await page.waitForURL((url) => url.searchParams.has('account'));
      },
    },
    {
      who: 'approver',
      name: 'follow a ribbon to a movement, its entry and its block',
      async run(page, origin) {
        await open(page, origin, '/flow?range=all');
        await press(page, page.getByRole('button', { name: /^CL-\S+ to Hot: / }));
        await press(page, page.getByRole('button', { name: /^Entry / }));
        await page.locator('.movements', { hasText: /Debit.*Block/ }).waitFor();
      },
    },
    {
      who: 'approver',
      name: 'find who brought in what lies in the hot wallet, lot by lot',
      async run(page, origin) {
        await open(page, origin, '/flow?range=all');
        await press(page, page.getByRole('button', { name: /^Hot: / }));
        await press(page, page.getByRole('link', { name: 'Who brought it in' }));
        await page.waitForURL(/\/trace\?/);
        await tabTo(page, page.locator('.lot[tabindex="0"]'));
        await page.keyboard.press('ArrowDown');
        await page.waitForURL((url) => url.searchParams.has('lot'));
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/deposits\/.+/);
      },
    },
    {
      who: 'approver',
      name: 'go from a deposit to who approved its sweep',
      async run(page, origin) {
        await open(page, origin, '/sweeps?state=SETTLED&kind=sweep');
        await press(page, page.locator('tbody a'));
        await press(page, page.locator('main a[href^="/deposits/"]'));
        await page.waitForURL(/\/deposits\/.+/);
        await press(page, page.locator('.life a[href^="/sweeps/"]'));
        await page.getByRole('heading', { name: 'Approvals' }).waitFor();
      },
    },
    {
      who: 'approver',
      name: 'read the table in place of the picture',
      async run(page, origin) {
        await open(page, origin, '/flow?range=all');
        await tabTo(page, page.getByRole('radio', { name: 'Picture' }));
        await page.keyboard.press('ArrowRight');
        await page.getByRole('group', { name: /as a table$/ }).waitFor();
      },
    },
    {
      who: 'approver',
      name: 'copy an amount with every digit',
      async run(page, origin) {
        await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
        await open(page, origin, '/sweeps?state=SETTLED&kind=sweep');
        await press(page, page.locator('tbody a'));
        await press(page, page.getByRole('button', { name: 'Copy exact amount' }));
        await page.getByRole('button', { name: 'Copied' }).waitFor();
        const copied = await page.evaluate<string>('navigator.clipboard.readText()');
        if (!/^\d+\.\d{6,}$/.test(copied)) throw new Error(`"${copied}" was copied`);
      },
    },
    {
      who: 'approver',
      name: 'switch the theme',
      async run(page, origin) {
        await open(page, origin, '/health');
        await press(page, page.getByRole('button', { name: 'Switch theme' }));
        await page.locator('html[data-theme]').waitFor({ state: 'attached' });
      },
    },
  ];
}
