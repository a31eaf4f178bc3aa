import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { assetsQuery } from '../queries';
import { Accounts } from './accounts';
import './ledger.css';
import { StatementView } from './statement';

const route = getRouteApi('/ledger');

/** The books: their accounts, and the statement of one. */
export function LedgerScreen() {
  const { book, account, prefix, entry } = route.useSearch();
  const assets = useQuery(assetsQuery).data ?? [];
  if (book !== undefined && account !== undefined) {
    return (
      <StatementView
        key={`${book} ${account}`}
        book={book}
        account={account}
        entry={entry}
        asset={assets.find(({ assetId }) => assetId === book)}
      />
    );
  }
  return <Accounts chosen={book} prefix={prefix} assets={assets} />;
}
