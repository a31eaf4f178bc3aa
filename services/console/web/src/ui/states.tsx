import { useState, type ReactNode } from 'react';
import { ApiError, isRefusal } from '../api';
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
      {!isRefusal(error) && (
        <button type="button" className="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}

interface AnsweredProps<Data> {
  answer: { data: Data | undefined; error: unknown; refetch: () => unknown };
  what: string;
  rows?: number;
  /** said where the server knows of no such thing (404) */
  missing?: ReactNode;
  children: (data: Data) => ReactNode;
}

/**
 * A query's content once there is some. A later failure leaves it standing, with a line that says so;
 * a first one stays while it is tried again, so that the page does not flicker.
 */
export function Answered<Data>({ answer, what, rows, missing, children }: AnsweredProps<Data>) {
  const { data, error, refetch } = answer;
  const [failure, setFailure] = useState(error);
  if (error ? failure !== error : data !== undefined && failure !== null) setFailure(error);

  if (data === undefined) {
    if (missing && failure instanceof ApiError && failure.status === 404) return missing;
    if (failure) return <Failure error={failure} what={what} retry={() => void refetch()} />;
    return <Loading rows={rows} what={what} />;
  }
  return (
    <>
      {error ? (
        <p className="outdated" role="status">
          Not up to date: {error instanceof ApiError ? error.message : 'the last read failed.'}
        </p>
      ) : null}
      {children(data)}
    </>
  );
}

/** The same for what fills a screen with cards of its own: until then, in a card. */
export function AnsweredScreen<Data>(props: AnsweredProps<Data>) {
  if (props.answer.data !== undefined) return <Answered {...props} />;
  return (
    <section className="card">
      <Answered {...props} />
    </section>
  );
}
