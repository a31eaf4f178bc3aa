import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isTyping } from '../ui/is-typing';
import { SCREENS } from './screens';

const SECOND_KEY_WITHIN_MS = 1500;

/**
 * `g` and then a screen's letter goes there; `?` asks for help. Silent while somebody types or a dialog is open.
 * It hears keys before the screen does, as the second one may be a key of the screen too.
 */
export function useGoKeys(onHelp: () => void): void {
  const navigate = useNavigate();
  useEffect(() => {
    let armedAt = -Infinity;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const screen = SCREENS.find(({ key }) => key === event.key);
      const isArmed = Date.now() - armedAt < SECOND_KEY_WITHIN_MS;
      armedAt = event.key === 'g' ? Date.now() : -Infinity;
      if (event.key === '?') onHelp();
      if (!screen || !isArmed) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      void navigate({ to: screen.to });
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [navigate, onHelp]);
}
