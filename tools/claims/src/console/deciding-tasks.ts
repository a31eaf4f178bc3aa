import { open, press, tabTo } from './keyboard';
import type { Task } from './task';

/** What changes something. */
export const DECIDING_TASKS: readonly Task[] = [
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
];
