import { Link } from '@tanstack/react-router';
import type { Asset, Flow } from '../api';
import { WarningIcon } from '../ui/icons';
import { Amount } from '../ui/amount';
import { accountName } from '../ledger/account-name';

/** Of many accounts that differ, these are named. */
const FIRST = 5;

/** Under the picture: that what went in less what went out is each account's balance, or the accounts where it is not. */
export function Conservation({ flow: { conservation }, asset }: { flow: Flow; asset: Asset }) {
  if (!conservation) return null;
  if (conservation.ok) {
    return <p className="conservation note">In less out is the balance in the books, on every coin account.</p>;
  }
  return (
    <div className="banner" role="alert">
      <WarningIcon />
      <div>
        <p className="empty-title">The graph and the books differ</p>
        <ul className="breaks">
          {conservation.breaks.slice(0, FIRST).map(({ account, amount }) => (
            <li key={account}>
              <Link to="/ledger" search={{ book: asset.assetId, account }} title={account}>
                {accountName(account).name}
              </Link>{' '}
              <Amount units={amount} asset={asset} />
            </li>
          ))}
          {conservation.breaks.length > FIRST && <li>and {conservation.breaks.length - FIRST} more accounts</li>}
        </ul>
      </div>
    </div>
  );
}
