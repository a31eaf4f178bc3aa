import type { ReactNode } from 'react';

/** A column head: `end` stands over right-aligned cells, `wide` is left out on a narrow page. */
export interface Column {
  head: string;
  kind?: 'end' | 'amount';
  wide?: boolean;
}

/** A table that scrolls inside its card where it is wider; named, and reachable by keyboard. */
export function Table({
  label,
  columns,
  children,
}: {
  label: string;
  columns: readonly Column[];
  children: ReactNode;
}) {
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={label}>
      <table>
        <thead>
          <tr>
            {columns.map(({ head, kind, wide }) => (
              <th
                key={head}
                scope="col"
                className={
                  [kind === 'amount' ? 'amount-head' : kind, wide && 'wide'].filter(Boolean).join(' ') || undefined
                }
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** What the wide columns of a row say, on a line of its own below it where the page is narrow. */
export function SecondLine({ span, children }: { span: number; children: ReactNode }) {
  return (
    <tr className="second-line">
      <td colSpan={span}>
        <span className="second-line-items">{children}</span>
      </td>
    </tr>
  );
}

/** The end of a keyset list: more, or that there is no more. */
export function MoreRows({
  list,
  shown,
  order = 'newest first',
}: {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  shown: number;
  order?: string;
}) {
  return (
    <footer className="more">
      <span className="note">{list.hasNextPage ? `${shown} shown, ${order}` : `${shown} in all`}</span>
      {list.hasNextPage && (
        <button
          type="button"
          className="button"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {list.isFetchingNextPage ? 'Loading…' : 'Load more'}
        </button>
      )}
    </footer>
  );
}
