import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { SCREENS } from './screens';

const SECOND_KEY_WITHIN_MS = 1500;

/** `g` and then a screen's letter goes there; `?` asks for help. Silent while somebody types or a dialog is open. */
export function useGoKeys(onHelp: () => void): void {
  const navigate = useNavigate();
  useEffect(() => {
    let armedAt = -Infinity;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const screen = SCREENS.find(({ key }) => key === event.key);
      if (event.key === '?') onHelp();
      else if (screen && Date.now() - armedAt < SECOND_KEY_WITHIN_MS) void navigate({ to: screen.to });
      armedAt = event.key === 'g' ? Date.now() : -Infinity;
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input:not([type=radio]), select, textarea, dialog[open]') !== null
  );
}
