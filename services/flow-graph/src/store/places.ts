import type { EntityManager } from 'typeorm';

/** Who stands behind accounts, as far as the registry has said. */
export async function placesOf(
  db: EntityManager,
  accounts: readonly string[],
): Promise<
  ReadonlyMap<string, { readonly walletId: string; readonly clientId: string | null; readonly label: string }>
> {
  const rows: { account: string; walletId: string; clientId: string | null; label: string }[] = await db.query(
    `SELECT account, wallet_id AS "walletId", client_id AS "clientId", coalesce(wallet.label, wallet_id) AS label
     FROM place LEFT JOIN wallet USING (wallet_id) WHERE account = ANY ($1)`,
    [accounts],
  );
  return new Map(rows.map((row) => [row.account, row]));
}
