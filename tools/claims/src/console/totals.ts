import { Client } from 'pg';
import type { Page } from 'playwright-core';
import { formatAmount } from '@tributary/domain-amount';
import { shown } from './audit-screen';

/**
 * Compares what Flow says is in custody with the books, summed by SQL.
 * @returns one line for each asset that differs
 */
export async function totalsOff(
  page: Page,
  origin: string,
  databaseUrl: string,
  assets: readonly { readonly assetId: string; readonly symbol: string; readonly decimals: number }[],
): Promise<string[]> {
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  const off: string[] = [];
  try {
    for (const { assetId, symbol, decimals } of assets) {
      const { rows } = await database.query<{ sum: string }>(
        `SELECT coalesce(sum(balance), 0) AS sum FROM ledger_writer.account
         WHERE book = $1 AND path ~ '^assets:[ch]:(deposit|hot|warm|cold|gas):'`,
        [assetId],
      );
      const inBooks = `${formatAmount(BigInt(rows[0]?.sum ?? 0), decimals)} ${symbol}`;
      await page.goto(`${origin}/flow?${new URLSearchParams({ asset: assetId, range: 'all' })}`);
      await shown(page);
      const figure = page.locator('.totals').locator('div', { hasText: 'In custody' }).locator('.amount').first();
      const onPage = await figure.textContent();
      if (onPage !== inBooks) off.push(`${symbol}: ${onPage} on the page, ${inBooks} in the books`);
    }
  } finally {
    await database.end();
  }
  return off;
}
