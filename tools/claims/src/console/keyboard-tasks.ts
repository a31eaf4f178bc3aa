import type { Page } from 'playwright-core';
import { shown } from './audit-screen';
import { press, tabTo } from './keyboard';

/** Something that people do here, with no pointer at hand. */
export interface Task {
  readonly who: 'operator' | 'approver';
  readonly name: string;
  /** @throws where it cannot be done */
  run(page: Page, origin: string): Promise<void>;
}

const open = async (page: Page, origin: string, path: string): Promise<void> => {
  await page.goto(origin + path);
  await shown(page);
};

const SCREENS = { f: 'Flow', t: 'Trace', d: 'Deposits', s: 'Sweeps', a: 'Approvals', l: 'Ledger', r: 'Registry' };

const goes: Task[] = Object.entries(SCREENS).map(([key, title]) => ({
  who: 'approver',
  name: `go to ${title}`,
  async run(page, origin) {
    await open(page, origin, '/health');
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await page.locator('main h1', { hasText: title }).waitFor();
  },
}));

/** Every task of the page; `client` is one that stands in the registry. */
export function keyboardTasks(client: string): readonly Task[] {
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
      who: 'operator',
      name: 'propose a client',
      async run(page, origin) {
        await open(page, origin, '/registry');
        await press(page, page.getByRole('button', { name: 'New client' }));
        await page.keyboard.type(`CL-K-${Date.now()}`);
        await page.keyboard.press('Enter');
        await page.waitForURL((url) => url.pathname === '/approvals');
      },
    },
    {
      who: 'operator',
      name: 'see why one may not approve what one has made',
      async run(page, origin) {
        await open(page, origin, '/approvals');
        await page
          .getByText(/This takes the role approver/)
          .first()
          .waitFor({ state: 'attached' });
      },
    },
    {
      who: 'operator',
      name: 'propose the next version of a mandate',
      async run(page, origin) {
        await open(page, origin, '/registry');
        await press(page, page.getByRole('button', { name: 'Change mandate' }));
        await tabTo(page, page.getByLabel(/At most/));
        await page.keyboard.press('Control+a');
        await page.keyboard.type('7777');
        await page.keyboard.press('Enter');
        await page.waitForURL((url) => url.pathname === '/approvals');
      },
    },
    {
      who: 'operator',
      name: 'plan a skim, and cancel it',
      async run(page, origin) {
        await open(page, origin, '/sweeps');
        await press(page, page.getByRole('button', { name: 'Refill or skim' }));
        await tabTo(page, page.getByLabel(/^Amount/));
        await page.keyboard.type('0.01');
        await page.getByText(/waits for an approver|moves by itself/).waitFor();
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/sweeps\/.+/);
        await press(page, page.getByRole('button', { name: 'Cancel it' }));
        await page.keyboard.type('not needed');
        await page.keyboard.press('Enter');
        await page.getByText('Cancelled').first().waitFor();
      },
    },
    ...(['approve', 'reject'] as const).map((verdict): Task => ({
      who: 'approver',
      name: `${verdict} what waits, by single keys`,
      async run(page, origin) {
        await open(page, origin, '/approvals');
        await page.keyboard.press('j');
        await page.keyboard.press('k');
        const line = page.locator('.inbox-list a[data-chosen=true]');
        const item = (await line.getAttribute('href')) ?? '';
        await page
          .getByRole('region', { name: 'To decide' })
          .getByRole('button', { name: verdict === 'approve' ? 'Approve' : 'Reject' })
          .waitFor();
        await page.keyboard.press('Enter');
        await page.keyboard.press(verdict === 'approve' ? 'a' : 'r');
        await page.locator('dialog[open]').waitFor();
        if (verdict === 'reject') await page.keyboard.type('not as agreed');
        await page.keyboard.press('Enter');
        await page.locator('dialog[open]').waitFor({ state: 'detached' });
        await page.locator(`.inbox-list a[href="${item}"]`).waitFor({ state: 'detached' });
      },
    })),
    {
      who: 'approver',
      name: 'switch the theme',
      async run(page, origin) {
        await open(page, origin, '/health');
        await press(page, page.getByRole('button', { name: 'Switch theme' }));
        await page.locator('html[data-theme]').waitFor({ state: 'attached' });
      },
    },
    {
      who: 'approver',
      name: 'sign out',
      async run(page, origin) {
        await open(page, origin, '/health');
        await press(page, page.getByRole('button', { name: /^Account of/ }));
        await press(page, page.getByRole('button', { name: 'Sign out' }));
        await page.getByRole('link', { name: 'Sign in' }).waitFor();
      },
    },
  ];
}
