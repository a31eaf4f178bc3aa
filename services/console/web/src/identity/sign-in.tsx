import { useEffect } from 'react';
import { FlowIcon } from '../ui/icons';
import './identity.css';
import { signInPath } from './session';

/** All that somebody sees who is not signed in. */
export function SignIn() {
  useEffect(() => {
    document.title = 'Sign in · Tributary';
  }, []);
  return (
    <main id="main" className="sign-in">
      <FlowIcon />
      <h1>Tributary</h1>
      <p>Follow every unit of value through custody, exact to the base unit.</p>
      <a className="button primary" href={signInPath(location.pathname + location.search)}>
        Sign in
      </a>
    </main>
  );
}
