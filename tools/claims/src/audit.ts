import { Client } from 'pg';
import type { Api, Custodian, DemoAsset } from '@tributary/demo';
import { ChainTruth, type ChainDeposit } from './chain-truth';

/** What the audit of a run found; all counts are 0 where the claim holds. */
export interface Findings {
  /** Deposits of the chain that no client was credited for, or for another amount. */
  readonly lost: number;
  /** Credits beyond the one that each deposit of the chain gives. */
  readonly duplicated: number;
  /** Books, accounts, clients and addresses whose sums disagree. */
  readonly unbalanced: number;
  /** Credits whose trace does not lead to the sender's transfer, or that transfer's not to the credit. */
  readonly untraced: number;
  readonly deposits: number;
  readonly finalizedHeight: number;
  /** The first few findings, in words. */
  readonly examples: readonly string[];
}

/** Where the three sets of books are read: the ledger's tables, the node, and the interface that traces. */
export interface Audited {
  readonly databaseUrl: string;
  readonly nodeUrl: string;
  readonly api: Api;
}

/** Money that the ledger made available to a client. */
interface Credit {
  readonly transferId: string;
  readonly book: string;
  readonly clientId: string;
  readonly amount: bigint;
}

/** Holds the ledger and the graph against the chain, as read by code of its own. */
export async function audit(
  system: Audited,
  chain: string,
  custodian: Custodian,
  assets: readonly DemoAsset[],
  log: (line: string) => void,
): Promise<Findings> {
  const truth = new ChainTruth(system.nodeUrl, chain);
  const clientOf = new Map(
    custodian.addresses.flatMap(({ address, clientId }) => (clientId ? [[address, clientId] as const] : [])),
  );
  const tokens = new Set(assets.flatMap(({ contract }) => contract ?? []));
  const finalizedHeight = await truth.finalizedHeight();
  log(`reading blocks 0 to ${finalizedHeight} from the node`);
  const ours = new Set(custodian.addresses.map(({ address }) => address));
  const arrivals = await truth.deposits(new Set(clientOf.keys()), tokens, finalizedHeight);
  const deposits = arrivals.filter(({ from }) => !ours.has(from));
  const database = new Client({ connectionString: system.databaseUrl });
  await database.connect();
  try {
    const credits = await readCredits(database);
    const { lost, duplicated } = holdCreditsAgainstChain(credits, deposits, clientOf);
    const books = await rulesBroken(database);
    const clients = await clientsOff(database, deposits, clientOf);
    log(`comparing ${custodian.addresses.length} addresses and ${assets.length} assets with the node`);
    const addresses = await addressesOff(database, truth, chain, custodian, assets, finalizedHeight);
    log(`tracing ${deposits.length} deposits back and forth`);
    const untraced = await tracesOff(system, deposits, clientOf);
    const unbalanced = [...books, ...clients, ...addresses];
    return {
      lost: lost.length,
      duplicated: duplicated.length,
      unbalanced: unbalanced.length,
      untraced: untraced.length,
      deposits: deposits.length,
      finalizedHeight,
      examples: [lost, duplicated, unbalanced, untraced].flatMap((findings) => findings.slice(0, 3)),
    };
  } finally {
    await database.end();
  }
}

/** What clients were credited with and still are: an entry that was taken back, and the one that did it, credit nothing. */
async function readCredits(database: Client): Promise<Credit[]> {
  const { rows } = await database.query<{ flow: string; book: string; path: string; amount: string }>(`
    SELECT entry.flow, entry.book, claim.path, movement.amount
    FROM ledger_writer.movement
    JOIN ledger_writer.entry USING (book, book_seq)
    JOIN ledger_writer.account claim ON claim.id = movement.credit
    WHERE claim.path LIKE 'liabilities:c:available:%' AND entry.reverses IS NULL
      AND NOT EXISTS (SELECT FROM ledger_writer.entry back WHERE back.reverses = entry.entry_id)`);
  return rows.map(({ flow, book, path, amount }) => ({
    transferId: flow,
    book,
    clientId: path.slice('liabilities:c:available:'.length),
    amount: BigInt(amount),
  }));
}

function holdCreditsAgainstChain(
  credits: readonly Credit[],
  deposits: readonly ChainDeposit[],
  clientOf: ReadonlyMap<string, string>,
): { lost: string[]; duplicated: string[] } {
  const open = new Map<string, Credit[]>();
  for (const credit of credits) open.set(credit.transferId, [...(open.get(credit.transferId) ?? []), credit]);
  const lost: string[] = [];
  for (const deposit of deposits) {
    const given = open.get(deposit.transferId) ?? [];
    const match = given.findIndex(
      ({ book, clientId, amount }) =>
        book === deposit.assetId && amount === deposit.amount && clientId === clientOf.get(deposit.address),
    );
    if (match < 0) lost.push(`lost: ${deposit.transferId} of ${deposit.amount} to ${deposit.address}`);
    else given.splice(match, 1);
  }
  const duplicated = [...open.values()]
    .flat()
    .map(({ transferId, amount }) => `duplicated: ${transferId} of ${amount}`);
  return { lost, duplicated };
}

/** The rules of the books that SQL can see: sums, and that no movement crosses a book or a side. */
async function rulesBroken(database: Client): Promise<string[]> {
  const { rows } = await database.query<{ fault: string }>(`
    SELECT 'movement crosses books or sides: ' || movement.book || ' ' || movement.book_seq AS fault
    FROM ledger_writer.movement
    JOIN ledger_writer.account d ON d.id = movement.debit
    JOIN ledger_writer.account c ON c.id = movement.credit
    WHERE d.book <> c.book OR d.book <> movement.book
       OR split_part(d.path, ':', 2) <> split_part(c.path, ':', 2)
    UNION ALL
    SELECT 'balance differs from its movements: ' || account.book || ' ' || account.path
    FROM ledger_writer.account
    LEFT JOIN (
      SELECT account, sum(amount) AS moved
      FROM (SELECT debit AS account, amount FROM ledger_writer.movement
            UNION ALL SELECT credit, -amount FROM ledger_writer.movement) leg
      GROUP BY account
    ) sums ON sums.account = account.id
    WHERE account.balance <> coalesce(sums.moved, 0)
    UNION ALL
    SELECT 'client assets differ from client claims: ' || book
    FROM ledger_writer.account
    WHERE path LIKE 'assets:c:%' OR path LIKE 'liabilities:c:%'
    GROUP BY book HAVING sum(balance) <> 0
    UNION ALL
    SELECT 'still in transit or pending: ' || book || ' ' || path
    FROM ledger_writer.account
    WHERE balance <> 0 AND (path LIKE 'assets:c:transit:%' OR path LIKE 'liabilities:c:pending:%')`);
  return rows.map(({ fault }) => fault);
}

async function clientsOff(
  database: Client,
  deposits: readonly ChainDeposit[],
  clientOf: ReadonlyMap<string, string>,
): Promise<string[]> {
  const expected = new Map<string, bigint>();
  for (const { assetId, address, amount } of deposits) {
    const account = `${assetId} ${clientOf.get(address)}`;
    expected.set(account, (expected.get(account) ?? 0n) + amount);
  }
  const { rows } = await database.query<{ account: string; balance: string }>(`
    SELECT book || ' ' || split_part(path, ':', 4) AS account, -balance AS balance
    FROM ledger_writer.account WHERE path LIKE 'liabilities:c:available:%'`);
  const booked = new Map(rows.map(({ account, balance }) => [account, BigInt(balance)]));
  return [...new Set([...expected.keys(), ...booked.keys()])]
    .filter((account) => (expected.get(account) ?? 0n) !== (booked.get(account) ?? 0n))
    .map(
      (account) => `client off: ${account}: chain ${expected.get(account) ?? 0n}, ledger ${booked.get(account) ?? 0n}`,
    );
}

async function addressesOff(
  database: Client,
  truth: ChainTruth,
  chain: string,
  custodian: Custodian,
  assets: readonly DemoAsset[],
  height: number,
): Promise<string[]> {
  const { rows } = await database.query<{ book: string; address: string; balance: string }>(`
    SELECT book, right(path, 42) AS address, sum(balance) AS balance
    FROM ledger_writer.account WHERE path ~ '^assets:[ch]:(deposit|hot|warm|cold|gas):'
    GROUP BY book, right(path, 42)`);
  const booked = new Map(rows.map(({ book, address, balance }) => [`${book} ${address}`, BigInt(balance)]));
  const off: string[] = [];
  for (const { contract } of assets) {
    const assetId = contract ? `${chain}/erc20:${contract}` : `${chain}/slip44:60`;
    for (const { address } of custodian.addresses) {
      const held = await truth.balance(assetId, address, height);
      const inBooks = booked.get(`${assetId} ${address}`) ?? 0n;
      if (held !== inBooks) off.push(`address off: ${assetId} ${address}: chain ${held}, ledger ${inBooks}`);
    }
  }
  return off;
}

interface Trace {
  readonly edges: readonly {
    readonly src: string;
    readonly dst: string;
    readonly tx: string;
    readonly tracedAmount: string;
  }[];
}

/** Each deposit's trace must lead to its sender and to its address in custody, to its client in entitlement, in full. */
async function tracesOff(
  system: Audited,
  deposits: readonly ChainDeposit[],
  clientOf: ReadonlyMap<string, string>,
): Promise<string[]> {
  const off: string[] = [];
  for (const deposit of deposits) {
    const { transferId, assetId, txid, amount, from, address } = deposit;
    const moved = async (
      direction: string,
      layer: string,
      end: (edge: Trace['edges'][number]) => boolean,
    ): Promise<bigint> => {
      const query = new URLSearchParams({ asset: assetId, layer, direction, transferId });
      const { edges } = await system.api.get<Trace>(`/trace?${query}`);
      return edges
        .filter((edge) => edge.tx === txid && end(edge))
        .reduce((sum, edge) => sum + BigInt(edge.tracedAmount), 0n);
    };
    const back = await moved('back', 'custody', ({ src }) => src === `outside:${from}`).catch(() => -1n);
    const forward = await moved('forward', 'custody', ({ dst }) => dst.endsWith(`:${address}`)).catch(() => -1n);
    const claim = `liabilities:c:available:${clientOf.get(address)}`;
    const claimed = await moved('forward', 'entitlement', ({ dst }) => dst === claim).catch(() => -1n);
    if (back !== amount || forward !== amount || claimed !== amount) {
      off.push(`untraced: ${transferId} of ${amount}: back ${back}, forward ${forward}, claim ${claimed}`);
    }
  }
  return off;
}
