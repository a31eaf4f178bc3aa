import type { ReactNode } from 'react';
import { ApiError } from '../api';
import { WarningIcon } from './icons';

/** Grey bars in the place of rows to come. */
export function Loading({ rows = 6, what }: { rows?: number; what: string }) {
  return (
    <div className="loading" role="status" aria-label={`Loading ${what}`}>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="loading-row" />
      ))}
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <p>{children}</p>}
    </div>
  );
}

export function Failure({ error, what, retry }: { error: unknown; what: string; retry: () => void }) {
  const reason = error instanceof ApiError ? error.message : 'The page could not read the answer. Reload it.';
  return (
    <div className="failure" role="alert">
      <WarningIcon />
      <div>
        <p className="empty-title">Cannot show {what}</p>
        <p>{reason}</p>
      </div>
      <button type="button" className="button" onClick={retry}>
        Try again
      </button>
    </div>
  );
}

interface Answer<Data> {
  data: Data | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** A query's content once there is some. A later failure leaves it standing, with a line that says so. */
export function Answered<Data>({
  answer,
  what,
  rows,
  children,
}: {
  answer: Answer<Data>;
  what: string;
  rows?: number;
  children: (data: Data) => ReactNode;
}) {
  if (answer.data === undefined) {
    if (answer.error) return <Failure error={answer.error} what={what} retry={() => void answer.refetch()} />;
    return <Loading rows={rows} what={what} />;
  }
  return (
    <>
      {answer.error ? (
        <p className="outdated" role="status">
          Not up to date: {answer.error instanceof ApiError ? answer.error.message : 'the last read failed.'}
        </p>
      ) : null}
      {children(answer.data)}
    </>
  );
}
