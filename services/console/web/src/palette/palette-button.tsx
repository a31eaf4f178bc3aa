import { lazy, Suspense, useEffect, useState } from 'react';
import { SearchIcon } from '../ui/icons';

const Palette = lazy(async () => ({ default: (await import('./palette')).Palette }));
const PALETTE_ID = 'palette';

/** Opens the palette. Its code comes while the page is idle, so that the first press of Ctrl-K finds it there. */
export function PaletteButton() {
  const [isIdle, setIdle] = useState(false);
  const [isAwaited, setAwaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIdle(true), 1000);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      if (document.querySelector('dialog[open]')) return;
      toggle();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  /** Shows or hides it; where its code is not here yet, it shows itself once it is. */
  const toggle = () => {
    const palette = document.getElementById(PALETTE_ID);
    palette?.togglePopover();
    setAwaited(palette === null);
    setIdle(true);
  };
  return (
    <>
      <button
        type="button"
        className="find-button"
        popoverTarget={PALETTE_ID}
        aria-keyshortcuts="Control+K"
        onClick={() => document.getElementById(PALETTE_ID) ?? toggle()}
      >
        <SearchIcon />
        <span className="nav-text">Find</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      {isIdle && (
        <Suspense>
          <Palette id={PALETTE_ID} isAwaited={isAwaited} />
        </Suspense>
      )}
    </>
  );
}
