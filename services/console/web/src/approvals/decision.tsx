import { useState, type ReactNode } from 'react';
import { send } from '../api';
import { useMe } from '../identity/session';
import { ActButton } from '../ui/act-button';
import { AskDialog } from '../ui/ask-dialog';
import { WarningIcon } from '../ui/icons';
import { Reference } from '../ui/reference';
import { useKeys } from '../ui/use-keys';
import { decisionRefusal, whoMayDecide, type Waiting } from './inbox';

/**
 * Approve or reject. What is sent is the digest that this reader has seen first: where the terms change meanwhile, they
 * have to be read again before they can be approved.
 */
export function Decision({
  item,
  path,
  digest,
  isOpen,
  children,
}: {
  item: Waiting;
  /** of the matter in the API */
  path: string;
  digest: string;
  /** whether it still waits */
  isOpen: boolean;
  /** what is decided, in one sentence */
  children: ReactNode;
}) {
  const [seen, setSeen] = useState(digest);
  const [asked, setAsked] = useState<'approve' | 'reject'>();
  const refusal = decisionRefusal(useMe(), item);
  const isStale = seen !== digest;
  const approveRefusal = refusal ?? (isStale ? 'Its terms have changed: read them again first.' : undefined);
  useKeys({
    a: () => isOpen && approveRefusal === undefined && setAsked('approve'),
    r: () => isOpen && refusal === undefined && setAsked('reject'),
  });
  if (!isOpen) return null;
  return (
    <>
      {isStale && (
        <div className="stale" role="alert">
          <WarningIcon />
          <p>
            The terms changed while you were reading: the digest was <Reference value={seen} what="old digest" />, it is
            now <Reference value={digest} what="new digest" />.
          </p>
          <button type="button" className="button" onClick={() => setSeen(digest)}>
            I have read the new terms
          </button>
        </div>
      )}
      <div className="decide">
        <ActButton primary refusal={approveRefusal} shortcut="a" onClick={() => setAsked('approve')}>
          Approve
        </ActButton>
        <ActButton refusal={refusal} shortcut="r" onClick={() => setAsked('reject')}>
          Reject
        </ActButton>
        <span className="note">{approveRefusal ?? whoMayDecide(item)}</span>
      </div>
      {asked === 'approve' && (
        <AskDialog
          title="Approve this?"
          verb="Approve"
          act={() => send(`${path}/approve`, { digest: seen })}
          onClose={() => setAsked(undefined)}
        >
          <p>{children}</p>
          <p className="note">
            You approve exactly the terms of digest <code>{seen.slice(0, 12)}…</code>; your name stays with them.
          </p>
        </AskDialog>
      )}
      {asked === 'reject' && (
        <AskDialog
          title="Reject this?"
          verb="Reject"
          field={{ label: 'Reason, for whoever made it' }}
          act={(reason) => send(`${path}/reject`, { reason })}
          onClose={() => setAsked(undefined)}
        >
          <p>{children}</p>
        </AskDialog>
      )}
    </>
  );
}
