import { useQuery } from '@tanstack/react-query';
import { isSignedOut } from '../api';
import { WarningIcon } from '../ui/icons';
import { meQuery, signInPath } from './session';

/** Says that the session ended, and keeps the screen with whatever was typed: signing in opens beside it. */
export function SessionBanner() {
  const { error } = useQuery(meQuery);
  if (!isSignedOut(error)) return null;
  return (
    <div className="banner" role="alert">
      <WarningIcon />
      <div>
        <p className="empty-title">Your session has ended</p>
        <p>What is shown stays, and nothing you typed is lost. Sign in in the new tab, then come back to this one.</p>
      </div>
      <a className="button" href={signInPath(location.pathname + location.search)} target="_blank" rel="noreferrer">
        Sign in again
      </a>
    </div>
  );
}
