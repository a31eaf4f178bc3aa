import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { read, type Account, type Asset, type Page } from '../api';
import { accountName } from '../ledger/account-name';
import type { RegisteredAddress } from '../registry/registry-queries';
import { Amount } from '../ui/amount';
import { Answered, Empty } from '../ui/states';
import { Table } from '../ui/table';

/** Of a client with more addresses, these are looked at; the registry lists all. */
const MOST_ADDRESSES = 50;

/** What lies now at the addresses of a wallet or a client, each with the way back to who brought it in. */
export function LiesHere({ asset, owner }: { asset: Asset; owner: Owner }) {
  const held = useQuery(heldQuery(asset, owner));
  return (
    <Answered answer={held} what="what lies here" rows={1}>
      {({ accounts, isWhole }) =>
        accounts.length === 0 ? (
          <Empty title="Nothing lies here now">{!isWhole && `At the first ${MOST_ADDRESSES} addresses.`}</Empty>
        ) : (
          <Table
            label="What lies here now"
            columns={[
              { head: isWhole ? 'Lies here now' : `Lies now at the first ${MOST_ADDRESSES} addresses` },
              { head: 'Trace' },
              { head: 'Balance', kind: 'amount' },
            ]}
          >
            {accounts.map(({ account, balance }) => (
              <tr key={account}>
                <td>
                  <Link to="/ledger" search={{ book: asset.assetId, account }} title={account}>
                    {accountName(account).name}
                  </Link>
                </td>
                <td>
                  <Link to="/trace" search={{ asset: asset.assetId, node: account }}>
                    Who brought it in
                  </Link>
                </td>
                <td className="amount-cell">
                  <Amount units={balance} asset={asset} />
                </td>
              </tr>
            ))}
          </Table>
        )
      }
    </Answered>
  );
}

export type Owner = { readonly walletId: string } | { readonly clientId: string };

/** Whose addresses a node of Flow stands for; undefined: no addresses of ours. */
export function ownerOf(node: string): Owner | undefined {
  const [, kind, id] = /^(wallet|client):(.+)$/.exec(node) ?? [];
  if (id === undefined) return undefined;
  return kind === 'client' ? { clientId: id } : { walletId: id };
}

const heldQuery = (asset: Asset, owner: Owner) =>
  queryOptions({
    queryKey: ['held', asset.assetId, owner],
    queryFn: async ({ signal }) => {
      const query = { chain: asset.chain, ...owner, limit: MOST_ADDRESSES };
      const addresses = await read<Page<RegisteredAddress>>('/addresses', query, signal);
      const pages = await Promise.all(
        addresses.items.map(({ side, role, chain, address }) => {
          const prefix = `assets:${side}:${role}:${chain}:${address}`;
          return read<Page<Account>>('/accounts', { book: asset.assetId, prefix, limit: 1 }, signal);
        }),
      );
      const accounts = pages.flatMap(({ items }) => items).filter(({ balance }) => balance !== '0');
      return { accounts: accounts.sort(largestFirst), isWhole: addresses.nextCursor === null };
    },
  });

const largestFirst = (a: Account, b: Account) => (BigInt(a.balance) < BigInt(b.balance) ? 1 : -1);
