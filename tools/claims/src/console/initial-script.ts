import type { Page } from 'playwright-core';

/**
 * What a signed-in browser with an empty cache loads before the first screen stands.
 * @returns kB (1000 bytes) of JavaScript as they travel, compressed
 */
export async function initialScriptKb(page: Page, origin: string): Promise<number> {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  const scripts = new Set<string>();
  let bytes = 0;
  client.on('Network.responseReceived', ({ requestId, type }) => void (type === 'Script' && scripts.add(requestId)));
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(`${origin}/flow`);
  await page.locator('main h1').first().waitFor();
  const total = bytes;
  await client.detach();
  if (total === 0) throw new Error('No script was loaded: nothing was measured');
  return Math.round(total / 100) / 10;
}
