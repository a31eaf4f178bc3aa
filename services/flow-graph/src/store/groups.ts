import type { EntityManager } from 'typeorm';
import type { NodeId } from '@tributary/domain-ledger';
import { groupOf, type Owner } from '../group-of';
import type { Graph } from './graph';

type Layered = Pick<Graph, 'asset' | 'layer'>;

/**
 * Holds the groups of nodes as they are up to the commit: placing edges counts them under groups, and a registration
 * that arrives meanwhile would move nodes to others. Any number of books may be placed at once.
 */
export async function shareGroups(tx: EntityManager): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock_shared(hashtext('flow-graph groups'))");
}

/** Keeps placing out up to the commit, to move nodes to other groups. */
export async function ownGroups(tx: EntityManager): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('flow-graph groups'))");
}

/** The groups of these nodes; nodes that are new to the graph are added to it. */
export async function groupsOf(
  tx: EntityManager,
  { asset, layer }: Layered,
  nodes: readonly NodeId[],
): Promise<Map<NodeId, string>> {
  const known: { node: string; grp: string }[] = await tx.query(
    'SELECT node, grp FROM node WHERE asset = $1 AND layer = $2 AND node = ANY ($3)',
    [asset, layer, nodes],
  );
  const groups = new Map(known.map(({ node, grp }) => [node, grp]));
  const added = [...new Set(nodes)].filter((node) => !groups.has(node));
  if (added.length === 0) return groups;

  const owners = await ownersOf(tx, added);
  for (const node of added) groups.set(node, groupOf(node, owners.get(node)));
  await tx.query(
    'INSERT INTO node (asset, layer, node, grp) SELECT $1, $2, node, grp FROM unnest($3::text[], $4::text[]) AS new (node, grp)',
    [asset, layer, added, added.map((node) => groups.get(node))],
  );
  return groups;
}

/** The graphs that an account is a node of, with its group there. */
export async function graphsWith(tx: EntityManager, account: NodeId): Promise<(Graph & { readonly group: string })[]> {
  return tx.query(
    `SELECT asset, layer, book.epoch, true AS newest, grp AS "group" FROM node JOIN book USING (asset) WHERE node = $1 ORDER BY asset`,
    [account],
  );
}

export async function setGroup(
  tx: EntityManager,
  { asset, layer }: Layered,
  node: NodeId,
  group: string,
): Promise<void> {
  await tx.query('UPDATE node SET grp = $4 WHERE asset = $1 AND layer = $2 AND node = $3', [asset, layer, node, group]);
}

/** How many nodes these groups have. */
export async function groupSizes(
  db: EntityManager,
  { asset, layer }: Layered,
  groups: readonly string[],
): Promise<Map<string, number>> {
  const rows: { grp: string; members: string }[] = await db.query(
    `SELECT grp, count(*) AS members FROM node WHERE asset = $1 AND layer = $2 AND grp = ANY ($3) GROUP BY grp`,
    [asset, layer, groups],
  );
  return new Map(rows.map(({ grp, members }) => [grp, Number(members)]));
}

async function ownersOf(tx: EntityManager, accounts: readonly NodeId[]): Promise<Map<NodeId, Owner>> {
  const rows: (Owner & { account: string })[] = await tx.query(
    'SELECT account, wallet_id AS "walletId", client_id AS "clientId" FROM place WHERE account = ANY ($1)',
    [accounts],
  );
  return new Map(rows.map((row) => [row.account, row]));
}
