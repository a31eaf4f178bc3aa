import type { Page } from 'playwright-core';

/**
 * Puts something real in its place: a sweep that a person approved, else the newest that is settled; the first deposit
 * that it moved; what lies in the hot wallet; a client's account.
 */
export async function fillPath(page: Page, origin: string, path: string): Promise<string> {
  if (path.includes('{sweep}'))
    return path.replace('{sweep}', encodeURIComponent((await settled(page, origin)).flowId));
  if (path.includes('{deposit}')) {
    const { flowId } = await settled(page, origin);
    const { inputs } = await read<{ inputs: { transferId: string }[] }>(page, origin, `/sweeps/${flowId}`);
    return path.replace('{deposit}', encodeURIComponent(inputs[0]?.transferId ?? ''));
  }
  if (path === '{funds}') return `/trace?${await account(page, origin, 'assets:c:hot', ['asset', 'node'])}`;
  if (path === '{account}')
    return `/ledger?${await account(page, origin, 'liabilities:c:available', ['book', 'account'])}`;
  return path;
}

interface SettledSweep {
  readonly flowId: string;
  readonly approvers: readonly string[];
}

async function settled(page: Page, origin: string): Promise<SettledSweep> {
  const { items } = await read<{ items: SettledSweep[] }>(page, origin, '/sweeps?kind=sweep&state=SETTLED&limit=100');
  const sweep = items.find(({ approvers }) => approvers.length > 0) ?? items[0];
  if (!sweep) throw new Error('No sweep is settled yet: try again in a minute');
  return sweep;
}

/** The first account below a prefix, with its book, as two parameters of a screen. */
async function account(page: Page, origin: string, prefix: string, [ofBook, ofAccount]: readonly [string, string]) {
  const books = await read<{ items: { book: string }[] }>(page, origin, '/books');
  const book = books.items.find((each) => each.book.includes('/slip44:'))?.book ?? books.items[0]?.book ?? '';
  const query = new URLSearchParams({ book, prefix, limit: '1' });
  const accounts = await read<{ items: { account: string }[] }>(page, origin, `/accounts?${query}`);
  return new URLSearchParams({ [ofBook]: book, [ofAccount]: accounts.items[0]?.account ?? '' });
}

/** An answer of the console's API, asked as the page's person. */
async function read<T>(page: Page, origin: string, path: string): Promise<T> {
  const answer = await page.request.get(`${origin}/api/v1${path}`);
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}
