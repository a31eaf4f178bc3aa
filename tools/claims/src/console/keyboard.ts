import type { Locator, Page } from 'playwright-core';
import { shown } from './audit-screen';

/** More stops than any screen has. */
const MOST_STOPS = 250;

/** Presses Tab until the control has the focus. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  const wanted = control.first();
  await wanted.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await wanted.evaluate((element) => element.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No Tab reaches ${String(control)}`);
}

/** Reaches a control by Tab and presses a key there. */
export async function press(page: Page, control: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press(key);
}

/** Goes to a screen by its address, and stays until it stands. */
export async function open(page: Page, origin: string, path: string): Promise<void> {
  await page.goto(origin + path);
  await shown(page);
}
