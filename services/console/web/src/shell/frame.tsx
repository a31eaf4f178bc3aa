import { Link, Outlet } from '@tanstack/react-router';
import { useCallback, useEffect, useRef } from 'react';
import { SessionBanner } from '../identity/session-banner';
import { UserMenu } from '../identity/user-menu';
import { stream } from '../live/live';
import { PaletteButton } from '../palette/palette-button';
import { FlowIcon, HelpIcon } from '../ui/icons';
import { useGoKeys } from './go-keys';
import { HelpDialog } from './help-dialog';
import { Navigation } from './navigation';
import { ThemeSwitch } from './theme-switch';
import { TroubleBanner } from './trouble-banner';

/** The stream waits for the first paint: it must not compete with what the reader came for. */
const STREAM_AFTER_MS = 300;

/** What stands around every screen. */
export function Frame() {
  const help = useRef<HTMLDialogElement>(null);
  const showHelp = useCallback(() => help.current?.showModal(), []);
  useGoKeys(showHelp);
  useEffect(() => {
    const timer = setTimeout(() => stream.start(), STREAM_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
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
        <PaletteButton />
        <Navigation />
        <div className="sidebar-end">
          <button type="button" className="nav-button" aria-label="Keys" aria-keyshortcuts="Shift+?" onClick={showHelp}>
            <HelpIcon />
            <span className="nav-text">Keys</span>
            <kbd>?</kbd>
          </button>
          <ThemeSwitch />
          <UserMenu />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <SessionBanner />
        <TroubleBanner />
        <Outlet />
      </main>
      <HelpDialog ref={help} />
    </div>
  );
}
