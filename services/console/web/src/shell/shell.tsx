import { useQuery } from '@tanstack/react-query';
import { isSignedOut } from '../api';
import { meQuery } from '../identity/session';
import { SignIn } from '../identity/sign-in';
import { Failure } from '../ui/states';
import { Frame } from './frame';

/** The page: its screens for who is signed in, else the way to sign in. */
export function Shell() {
  const me = useQuery(meQuery);
  if (me.data) return <Frame />;
  if (isSignedOut(me.error)) return <SignIn />;
  if (!me.error) return <main id="main" aria-busy="true" aria-label="Loading" />;
  return (
    <main id="main" className="lone">
      <section className="card">
        <Failure error={me.error} what="who is signed in" retry={() => void me.refetch()} />
      </section>
    </main>
  );
}
