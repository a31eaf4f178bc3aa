import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { formatAmount } from '@tributary/domain-amount';
import { Random } from '@tributary/demo';
import { launchChromium, signIn } from '@tributary/browser';
import { TraceCollector, until, type CollectedSpan } from '@tributary/testing';
import { ChainTruth } from './chain-truth';
import { send } from './traffic';
import { populate, type Population } from './populate';
import { walkRoutes } from './route-access.fixture';
import { System } from './system';

/** Enough that two reorgs of three blocks leave some of each asset. */
const DEPOSITS = 72;

describe('the whole system, in a browser', () => {
  let traces: TraceCollector;
  let system: System;
  let browser: Browser;
  let page: Page;
  let population: Population;
  const complaints: string[] = [];

  beforeAll(async () => {
    traces = await TraceCollector.start();
    system = await System.start({ env: traces.env, log: () => undefined });
    population = await populate(system, { clients: 4, addressesPerClient: 2, senders: 6, writers: 2 }, () => undefined);
    const reorgs = [0.3, 0.85].map((share) => ({ afterDeposits: Math.floor(DEPOSITS * share), depth: 3 }));
    await send({ ...population, deposits: DEPOSITS, faults: [], reorgs, random: new Random(7), log: () => undefined });
    await population.node.finalizedBeyondHead();
    await system.settled(120_000);
    browser = await launchChromium();
    page = await browser.newPage();
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
    page.on('pageerror', (error) => void complaints.push(error.message));
    await signIn(page, system.urls.console, 'auditor');
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
    await traces?.stop();
  }, 60_000);

  it('Flow for all time, the SQL sum and the node agree on every asset at one finalized height', async () => {
    const { chain, custodian, assets } = population;
    const truth = new ChainTruth(system.nodeUrl, chain);
    const height = await truth.finalizedHeight();
    for (const { symbol, decimals, contract } of assets) {
      const assetId = contract ? `${chain}/erc20:${contract}` : `${chain}/slip44:60`;
      let onChain = 0n;
      for (const { address } of custodian.addresses) onChain += await truth.balance(assetId, address, height);
      const inBooks = await sumInBooks(assetId);
      const onPage = await inCustodyOnPage(assetId);
      expect({ symbol, inBooks, onPage }).toEqual({
        symbol,
        inBooks: onChain,
        onPage: `${formatAmount(onChain, decimals)} ${symbol}`,
      });
      expect(onChain).toBeGreaterThan(0n);
    }
  }, 120_000);

  it('no route admits anybody without a role of its own, at the console nor at its owner', async () => {
    const issuer = system.stack.env.OIDC_ISSUER ?? '';
    const { console: origin, ...owners } = system.urls;
    const merged = await walkRoutes(`${origin}/api/openapi.json`, origin, issuer);
    expect(merged.faults).toEqual([]);
    let ownRoutes = 0;
    for (const url of Object.values(owners)) {
      const { routes, faults } = await walkRoutes(`${url}/openapi.json`, url, issuer);
      expect(faults).toEqual([]);
      ownRoutes += routes;
    }
    expect(merged.routes).toBeGreaterThan(ownRoutes);
  }, 120_000);

  it('from TransferFinalized on, one trace spans watcher, ledger and flow graph', async () => {
    const path = await until('a path of spans from the watcher to the flow graph', () =>
      traces.spans
        .filter(
          ({ service, name }) => service === 'flow-graph' && name.startsWith('handle') && name.endsWith('EntryPosted'),
        )
        .map(ancestry)
        .find(([cause]) => cause?.endsWith('TransferFinalized')),
    );
    expect(path).toEqual([
      'deposit-watcher: publish custody.transfers.v1.TransferFinalized',
      'ledger-writer: handle custody.transfers.v1.TransferFinalized',
      'ledger-writer: publish custody.ledger.v1.EntryPosted',
      'flow-graph: handle custody.ledger.v1.EntryPosted',
    ]);
  }, 60_000);

  it('a deposit is found, its life-line and the statement of its account shown', async () => {
    await page.goto(`${system.urls.console}/deposits?state=finalized`);
    await page.locator('tbody a').first().click();
    await page.getByText('Credited').first().waitFor();
    await page.goto(`${system.urls.console}/ledger`);
    await page.locator('tbody tr').first().waitFor();
    await page.goto(`${system.urls.console}/health`);
    await page.getByText('deposit-watcher').first().waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('the page goes on by itself after kill -9 of the console', async () => {
    await page.goto(`${system.urls.console}/flow`);
    await page.getByText('Live').first().waitFor();
    await system.stack.kill('console');
    await page
      .getByText(/Reconnecting/)
      .first()
      .waitFor();
    await system.stack.ready('console');
    await page.getByText('Live').first().waitFor({ timeout: 30_000 });
  }, 90_000);

  /** A span and its parents up to the first that the relay of the watcher opened, the outermost first. */
  function ancestry(last: CollectedSpan): string[] {
    const path: string[] = [];
    for (
      let at: CollectedSpan | undefined = last;
      at;
      at = traces.spans.find(({ spanId }) => spanId === at?.parentSpanId)
    ) {
      path.unshift(`${at.service}: ${at.name}`);
    }
    return path.slice(path.findIndex((span) => span.startsWith('deposit-watcher: publish')));
  }

  async function inCustodyOnPage(assetId: string): Promise<string> {
    await page.goto(`${system.urls.console}/flow?${new URLSearchParams({ asset: assetId, range: 'all' })}`);
    const figure = page.locator('.totals').locator('div', { hasText: 'In custody' }).locator('.amount').first();
    await figure.waitFor();
    return (await figure.textContent()) ?? '';
  }

  async function sumInBooks(assetId: string): Promise<bigint> {
    const database = new Client({ connectionString: system.databaseUrl });
    await database.connect();
    try {
      const { rows } = await database.query<{ sum: string }>(
        `SELECT coalesce(sum(balance), 0) AS sum FROM ledger_writer.account
         WHERE book = $1 AND path ~ '^assets:[ch]:(deposit|hot|warm|cold|gas):'`,
        [assetId],
      );
      return BigInt(rows[0]?.sum ?? 0);
    } finally {
      await database.end();
    }
  }
});
