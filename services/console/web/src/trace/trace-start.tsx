import { useQueries, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Account, Asset } from '../api';
import { RecentDeposits } from '../deposits/recent-deposits';
import { accountName } from '../ledger/account-name';
import { assetsQuery, walletAccountsQuery } from '../queries';
import { Amount } from '../ui/amount';
import { Card } from '../ui/card';
import { ScreenHead } from '../ui/screen-head';
import { Answered, Empty } from '../ui/states';
import { Table } from '../ui/table';

const route = getRouteApi('/trace');
const TRANSFER = String.raw`\s*[a-z0-9-]{3,8}:[A-Za-z0-9_-]{1,32}/[^/\s]+/\S+\s*`;
const ROLES = ['hot', 'warm', 'cold'] as const;

/** Where a trace can begin: what lies in a wallet, or a deposit. */
export function TraceStart() {
  const navigate = route.useNavigate();
  const assets = useQuery(assetsQuery);
  return (
    <>
      <ScreenHead title="Trace" />
      <Card title="Begin with a deposit" note="or open one below, or in Deposits">
        <form
          className="filters"
          onSubmit={(event) => {
            event.preventDefault();
            const transferId = String(new FormData(event.currentTarget).get('transfer')).trim();
            if (transferId) void navigate({ search: { transferId } });
          }}
        >
          <label className="labelled">
            Transfer
            <input
              name="transfer"
              className="field"
              required
              pattern={TRANSFER}
              title="A transfer is named chain/transaction/index, as the deposit's screen shows it"
              placeholder="eip155:1/0x…/native"
              size={34}
            />
          </label>
          <button className="button">Trace</button>
        </form>
      </Card>
      <Answered answer={assets} what="the wallets" rows={4}>
        {(list) => (
          <>
            <Wallets assets={list} />
            {list[0] && <RecentDeposits asset={list[0]} />}
          </>
        )}
      </Answered>
    </>
  );
}

/** What lies in each wallet: its coins lead back to deposits. */
function Wallets({ assets }: { assets: Asset[] }) {
  const answers = useQueries({
    queries: assets.flatMap(({ assetId }) => ROLES.map((role) => walletAccountsQuery(assetId, role))),
  });
  const accounts = answers.flatMap(({ data }) => data ?? []).filter(({ balance }) => balance !== '0');
  const waiting = answers.some(({ isPending }) => isPending);
  const failed = answers.find(({ error, data }) => error && data === undefined);
  return (
    <Card title="Begin with a wallet" note="what lies there now, and who brought it in">
      <Answered
        answer={{
          data: waiting && accounts.length === 0 ? undefined : accounts,
          error: failed?.error ?? null,
          refetch: () => answers.map(({ refetch }) => refetch()),
        }}
        what="the wallets"
        rows={4}
      >
        {(items) =>
          items.length === 0 ? (
            <Empty title="No wallet holds anything yet">Swept deposits arrive in a hot wallet first.</Empty>
          ) : (
            <Table label="Wallets" columns={[{ head: 'Wallet' }, { head: 'Balance', kind: 'amount' }]}>
              {items.map((account) => (
                <Row key={`${account.book} ${account.account}`} account={account} assets={assets} />
              ))}
            </Table>
          )
        }
      </Answered>
    </Card>
  );
}

function Row({ account: { book, account, balance }, assets }: { account: Account; assets: Asset[] }) {
  return (
    <tr>
      <td>
        <Link className="row-link" to="/trace" search={{ asset: book, node: account }} title={account}>
          {accountName(account).name}
        </Link>
      </td>
      <td className="amount-cell">
        <Amount units={balance} asset={assets.find(({ assetId }) => assetId === book)} />
      </td>
    </tr>
  );
}
