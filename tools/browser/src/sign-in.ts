import type { PersonName } from '@tributary/stack';
import type { Page } from 'playwright-core';

/**
 * Signs a page's browser in as one of the development issuer's people, by the clicks that a person makes.
 *
 * @param origin  of the console
 * @param path    where the page stands afterwards
 */
export async function signIn(page: Page, origin: string, who: PersonName, path = '/'): Promise<void> {
  await page.goto(`${origin}/auth/sign-in?${new URLSearchParams({ return: path })}`);
  await page.locator(`button[value="${who}"]`).click();
  await page.waitForURL((url) => url.origin === origin && !url.pathname.startsWith('/auth/'));
}
