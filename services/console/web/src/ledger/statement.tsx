import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Asset, Statement, StatementLine } from '../api';
import { exactAmount } from '../money/amount';
import { statementQuery } from '../queries';
import { Amount, Figure } from '../ui/amount';
import { Strip } from '../ui/card';
import { CopyButton, CopyLinkButton } from '../ui/copy-button';
import { CsvButton, type Sheet } from '../ui/csv-button';
import { ChevronIcon } from '../ui/icons';
import { Moment } from '../ui/moment';
import { ScreenHead } from '../ui/screen-head';
import { shortenedWithin } from '../ui/shortened';
import { Answered, Empty } from '../ui/states';
import { MoreRows, SecondLine, Table } from '../ui/table';
import { accountName } from './account-name';
import { EntryDetail } from './entry-detail';
import { sumsOf } from './sums';

/** The statement of one account: each movement with the balance after it, newest first. */
export function StatementView({
  book,
  account,
  entry,
  asset,
}: {
  book: string;
  account: string;
  entry: string | undefined;
  asset: Asset | undefined;
}) {
  const statement = useInfiniteQuery(statementQuery(book, account));
  const { group, name } = accountName(account);
  const head = statement.data?.pages[0];
  return (
    <>
      <ScreenHead
        title={name}
        trail={
          <span className="trail">
            <Link to="/ledger" search={{ book }}>
              Ledger
            </Link>
            <ChevronIcon />
            <Link to="/ledger" search={{ book, prefix: `${account.split(':').slice(0, 2).join(':')}:` }}>
              {group}
            </Link>
            <ChevronIcon />
          </span>
        }
        note={head && `as of seq ${Number(head.asOfSeq).toLocaleString('en')}`}
      >
        {head && <CsvButton sheet={() => sheetOf(book, account, statement.data?.pages ?? [], asset)} />}
        <CopyLinkButton />
      </ScreenHead>
      <p className="account-path">
        <Path account={account} />
      </p>
      {head && <Strip items={[{ label: 'Balance', value: <Figure units={head.balance} asset={asset} /> }]} />}
      <section className="card" aria-label="Statement">
        <Answered answer={statement} what="the statement" rows={12} missing={<Unbooked />}>
          {({ pages }) => {
            const lines = pages.flatMap((page) => page.items);
            if (lines.length === 0) return <Empty title="Nothing was booked on this account" />;
            return (
              <>
                <Totals account={account} lines={lines} asset={asset} />
                <Table
                  label="Statement, newest first"
                  columns={[
                    { head: 'Booked, UTC' },
                    { head: 'Seq', kind: 'end', wide: true },
                    { head: 'Movement' },
                    { head: 'Against', wide: true },
                    { head: 'Debit', kind: 'amount', wide: true },
                    { head: 'Credit', kind: 'amount', wide: true },
                    { head: 'Balance', kind: 'amount' },
                  ]}
                >
                  {lines.map((line, index) => (
                    <Line
                      key={`${line.bookSeq} ${index}`}
                      line={line}
                      book={book}
                      asset={asset}
                      opened={line.entryId === entry}
                    />
                  ))}
                </Table>
                <MoreRows list={statement} shown={lines.length} />
              </>
            );
          }}
        </Answered>
      </section>
    </>
  );
}

/** From the balance before the oldest line shown to the one after the newest. */
function Totals({ account, lines, asset }: { account: string; lines: StatementLine[]; asset: Asset | undefined }) {
  const { opening, credits, debits, closing } = sumsOf(account, lines);
  const figure = (label: string, units: string) => ({
    label,
    value: <Amount units={units} asset={asset} />,
  });
  return (
    <div className="statement-sums">
      <Strip
        items={[
          figure('Opening', opening),
          figure('Credits', credits),
          figure('Debits', debits),
          figure('Closing', closing),
        ]}
      />
    </div>
  );
}

function Unbooked() {
  return <Empty title="Nothing was booked on this account">Check the link, or choose an account in the Ledger.</Empty>;
}

function Path({ account }: { account: string }) {
  return (
    <span className="reference">
      <code title={account}>{shortenedWithin(account)}</code>
      <CopyButton value={account} what="account" />
    </span>
  );
}

function Line({
  line,
  book,
  asset,
  opened,
}: {
  line: StatementLine;
  book: string;
  asset: Asset | undefined;
  opened: boolean;
}) {
  const [open, setOpen] = useState(opened);
  const against = accountName(line.counterAccount);
  return (
    <>
      <tr>
        <td>
          <button
            type="button"
            className="expander"
            aria-expanded={open}
            aria-label={`Entry ${line.bookSeq}`}
            onClick={() => setOpen(!open)}
          >
            <ChevronIcon />
          </button>
          <Moment at={line.bookedAt} />
        </td>
        <td className="end wide dim">{Number(line.bookSeq).toLocaleString('en')}</td>
        <td>{words(line.kind)}</td>
        <td className="wide">
          <Link
            className="row-link"
            to="/ledger"
            search={{ book, account: line.counterAccount }}
            title={line.counterAccount}
          >
            {against.name}
          </Link>
        </td>
        <td className="amount-cell wide">{isSome(line.debit) && <Amount units={line.debit} asset={asset} />}</td>
        <td className="amount-cell wide">{isSome(line.credit) && <Amount units={line.credit} asset={asset} />}</td>
        <td className="amount-cell">
          <Amount units={line.balanceAfter} asset={asset} />
        </td>
      </tr>
      <SecondLine span={7}>
        <span>
          {isSome(line.debit) ? 'Debit' : 'Credit'}{' '}
          <Amount units={isSome(line.debit) ? line.debit : (line.credit ?? '0')} asset={asset} />
        </span>
        <span>against {against.name}</span>
      </SecondLine>
      {open && (
        <tr className="entry">
          <td colSpan={7}>
            <EntryDetail entryId={line.entryId} asset={asset} />
          </td>
        </tr>
      )}
    </>
  );
}

const isSome = (units: string | null): units is string => units !== null && units !== '0';

/** `deposit_finalized` as one reads it: `Deposit finalized`. */
function words(kind: string): string {
  const text = kind.replace(/[_.-]/g, ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The lines that are shown, exactly. */
function sheetOf(book: string, account: string, pages: readonly Statement[], asset: Asset | undefined): Sheet {
  const exact = (units: string | null) => (isSome(units) ? exactAmount(units, asset?.decimals ?? 0) : '');
  return {
    file: `statement-${asset?.symbol ?? 'book'}-seq-${pages[0]?.asOfSeq ?? 0}`,
    head: [
      ...['booked', 'value_date', 'book_seq', 'kind', 'account', 'against', 'debit', 'credit', 'balance_after'],
      ...['unit', 'asset', 'entry', 'flow', 'transaction'],
    ],
    rows: pages
      .flatMap(({ items }) => items)
      .map((line) => [
        line.bookedAt,
        line.effectiveAt,
        String(line.bookSeq),
        line.kind,
        account,
        line.counterAccount,
        exact(line.debit),
        exact(line.credit),
        exactAmount(line.balanceAfter, asset?.decimals ?? 0),
        asset?.symbol ?? 'units',
        book,
        line.entryId,
        line.flow,
        line.txid ?? '',
      ]),
  };
}
