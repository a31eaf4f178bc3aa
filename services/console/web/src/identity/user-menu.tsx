import { useMutation } from '@tanstack/react-query';
import { signOut } from '../api';
import { PersonIcon } from '../ui/icons';
import './identity.css';
import { useMe } from './session';

/** Who is signed in, with which roles; and the way out. */
export function UserMenu() {
  const me = useMe();
  const leave = useMutation({ mutationFn: signOut, onSuccess: (next) => location.assign(next) });
  if (!me) return null;
  return (
    <>
      <button type="button" className="nav-button" popoverTarget="user-menu">
        <PersonIcon />
        <span className="nav-text">
          <span className="sr-only">Account of </span>
          {me.name ?? me.subject}
        </span>
      </button>
      <div id="user-menu" popover="auto" className="user-menu" role="group" aria-label="Account">
        <p className="user-name">{me.name ?? me.subject}</p>
        <p className="note">
          {me.subject}
          {me.roles.length > 0 ? `, ${me.roles.join(', ')}` : ', no role: ask your administrator for one'}
        </p>
        {leave.error && <p className="state bad">{leave.error.message}</p>}
        <button type="button" className="button" disabled={leave.isPending} onClick={() => leave.mutate()}>
          Sign out
        </button>
      </div>
    </>
  );
}
