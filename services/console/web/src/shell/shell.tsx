import { Link, Outlet } from '@tanstack/react-router';
import { useRef } from 'react';
import { FlowIcon, HelpIcon } from '../ui/icons';
import { useGoKeys } from './go-keys';
import { HelpDialog } from './help-dialog';
import { Navigation } from './navigation';
import { ThemeSwitch } from './theme-switch';
import { TroubleBanner } from './trouble-banner';

export function Shell() {
  const help = useRef<HTMLDialogElement>(null);
  useGoKeys(() => help.current?.showModal());
  return (
    <div className="shell">
      <a className="skip" href="#main">
        Skip to content
      </a>
      <header className="sidebar">
        <Link to="/flow" className="brand">
          <FlowIcon />
          Tributary
        </Link>
        <Navigation />
        <div className="sidebar-end">
          <button
            type="button"
            className="nav-button"
            aria-label="Keys"
            aria-keyshortcuts="?"
            onClick={() => help.current?.showModal()}
          >
            <HelpIcon />
            <span className="nav-text">Keys</span>
            <kbd>?</kbd>
          </button>
          <ThemeSwitch />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <TroubleBanner />
        <Outlet />
      </main>
      <HelpDialog ref={help} />
    </div>
  );
}
