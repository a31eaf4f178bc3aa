import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const SHOWN_WITHIN_MS = 60_000;
/** A picture that moves comes to rest, and colours that fade have faded. */
const AT_REST_MS = 700;

/** Waits until a screen has its name and nothing on it is still to come. */
export async function shown(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor({ timeout: SHOWN_WITHIN_MS });
  await page.locator('.loading').first().waitFor({ state: 'detached', timeout: SHOWN_WITHIN_MS });
  await page.waitForTimeout(AT_REST_MS);
}

/**
 * What axe-core finds against a screen as it stands, and whether it is wider than its window.
 * @returns one line for each fault
 */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
  const isTooWide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth + 1');
  return [...violations.map((line) => line.slice(0, 400)), ...(isTooWide ? ['the page scrolls sideways'] : [])];
}
