import type { Browser, BrowserContext } from 'playwright-core';
import { bePatient } from './visitor';

/**
 * What a browser with an empty cache loads before the first screen stands.
 *
 * @param signedIn  a context whose session the fresh browser takes over
 * @returns kB (1000 bytes) of JavaScript as they travel: compressed, without the headers
 */
export async function initialScriptKb(browser: Browser, signedIn: BrowserContext, origin: string): Promise<number> {
  const context = await browser.newContext({ storageState: await signedIn.storageState() });
  bePatient(context);
  try {
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    const scripts = new Map<string, number>();
    client.on(
      'Network.responseReceived',
      ({ requestId, type }) => void (type === 'Script' && scripts.set(requestId, 0)),
    );
    client.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
      const before = scripts.get(requestId);
      if (before !== undefined) scripts.set(requestId, before + encodedDataLength);
    });
    await page.goto(`${origin}/flow`);
    await page.locator('main h1').first().waitFor();
    const bytes = [...scripts.values()].reduce((sum, each) => sum + each, 0);
    if (bytes === 0) throw new Error('No script was loaded: nothing was measured');
    return Math.round(bytes / 100) / 10;
  } finally {
    await context.close();
  }
}
