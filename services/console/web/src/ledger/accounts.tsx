import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Account, Asset, Book } from '../api';
import { accountsQuery, booksQuery } from '../queries';
import { Amount } from '../ui/amount';
import { Card } from '../ui/card';
import { CopyButton } from '../ui/copy-button';
import { ScreenHead } from '../ui/screen-head';
import { Answered, AnsweredScreen, Empty } from '../ui/states';
import { MoreRows, Table } from '../ui/table';
import { accountName } from './account-name';

const DEFAULT_PREFIX = 'liabilities:c:available:';
const PREFIXES = [
  [DEFAULT_PREFIX, 'Available to clients'],
  ['liabilities:c:pending:', 'Pending for clients'],
  ['liabilities:c:suspense:', 'Suspense'],
  ['assets:c:deposit:', 'Deposit addresses'],
  ['assets:c:transit:', 'In transit'],
  ['assets:h:', 'House assets'],
  ['equity:h:', 'House equity'],
  ['', 'All accounts'],
] as const;

const route = getRouteApi('/ledger');

/** Chooses an account by its book, and by the head of its path. */
export function Accounts({
  chosen,
  prefix = DEFAULT_PREFIX,
  assets,
}: {
  chosen: string | undefined;
  prefix: string | undefined;
  assets: Asset[];
}) {
  const navigate = route.useNavigate();
  const books = useQuery(booksQuery);
  const place = (book: Book) => assets.findIndex(({ assetId }) => assetId === book.book);
  const sorted = books.data?.toSorted((a, b) => place(a) - place(b));
  const book = sorted?.find((each) => each.book === chosen) ?? sorted?.[0];
  const asset = assets.find(({ assetId }) => assetId === book?.book);
  const set = (change: { book?: string; prefix?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <>
      <ScreenHead title="Ledger" note="one book per asset" />
      <AnsweredScreen answer={books} what="the books" rows={8}>
        {() =>
          book === undefined ? (
            <section className="card">
              <Empty title="No book yet">A book opens with the first confirmed deposit in its asset.</Empty>
            </section>
          ) : (
            <>
              <fieldset className="books">
                <legend className="sr-only">Book</legend>
                {sorted?.map((each) => (
                  <BookChoice
                    key={each.book}
                    book={each}
                    asset={assets.find(({ assetId }) => assetId === each.book)}
                    checked={each === book}
                    onChoose={() => set({ book: each.book })}
                  />
                ))}
              </fieldset>
              <Card title="Accounts" note={asset?.symbol}>
                <div className="filters" role="search" aria-label="Filter accounts">
                  <PrefixChoice prefix={prefix} onChoose={(value) => set({ prefix: value })} />
                </div>
                <AccountList book={book.book} prefix={prefix} asset={asset} />
              </Card>
            </>
          )
        }
      </AnsweredScreen>
    </>
  );
}

function BookChoice({
  book,
  asset,
  checked,
  onChoose,
}: {
  book: Book;
  asset: Asset | undefined;
  checked: boolean;
  onChoose: () => void;
}) {
  return (
    <label className="book">
      <input type="radio" name="book" checked={checked} onChange={onChoose} />
      <span className="book-head">
        {asset?.symbol ?? book.book}
        <span className={`state ${book.balanced ? 'good' : 'bad'}`}>
          {book.balanced ? 'Balanced' : 'Out of balance'}
        </span>
      </span>
      <span className="note">
        {Number(book.entries).toLocaleString('en')} entries, seq {Number(book.seq).toLocaleString('en')}
      </span>
      {book.faults?.map((fault) => (
        <span key={fault} className="book-fault">
          {fault}
        </span>
      ))}
    </label>
  );
}

function PrefixChoice({ prefix, onChoose }: { prefix: string; onChoose: (prefix: string) => void }) {
  const known = PREFIXES.some(([value]) => value === prefix);
  return (
    <>
      <label className="labelled">
        Kind
        <select className="select" value={known ? prefix : 'typed'} onChange={(event) => onChoose(event.target.value)}>
          {PREFIXES.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
          {!known && <option value="typed">As typed</option>}
        </select>
      </label>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onChoose(String(new FormData(event.currentTarget).get('prefix')).trim());
        }}
      >
        <label className="labelled">
          Path begins with
          <input
            key={prefix}
            name="prefix"
            className="field"
            placeholder="assets:c:, then Enter"
            defaultValue={prefix}
            size={26}
          />
        </label>
      </form>
    </>
  );
}

function AccountList({ book, prefix, asset }: { book: string; prefix: string; asset: Asset | undefined }) {
  const accounts = useInfiniteQuery(accountsQuery(book, prefix));
  return (
    <Answered answer={accounts} what="the accounts" rows={10}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0)
          return <Empty title="No account begins like this">Choose another kind, or clear the path.</Empty>;
        return (
          <>
            <Table
              label="Accounts"
              columns={[{ head: 'Account' }, { head: 'Kind', wide: true }, { head: 'Balance', kind: 'amount' }]}
            >
              {items.map((account) => (
                <AccountRow key={account.account} account={account} asset={asset} />
              ))}
            </Table>
            <MoreRows list={accounts} shown={items.length} order="by path" />
          </>
        );
      }}
    </Answered>
  );
}

function AccountRow({ account: { account, balance, book }, asset }: { account: Account; asset: Asset | undefined }) {
  const { group, name } = accountName(account);
  return (
    <tr>
      <td>
        <Link className="row-link" to="/ledger" search={{ book, account }} title={account}>
          {name}
        </Link>
        <CopyButton value={account} what="account" />
      </td>
      <td className="wide account-group">{group}</td>
      <td className="amount-cell">
        <Amount units={balance} asset={asset} />
      </td>
    </tr>
  );
}
