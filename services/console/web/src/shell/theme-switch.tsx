import { ThemeIcon } from '../ui/icons';

/** Light or dark; until somebody chooses, the system's. public/theme.js reads the choice before the first paint. */
export function ThemeSwitch() {
  return (
    <button
      type="button"
      className="nav-button"
      aria-label="Switch theme"
      onClick={() => requestAnimationFrame(() => setTimeout(switchTheme))}
    >
      <ThemeIcon />
      <span className="nav-text">Switch theme</span>
    </button>
  );
}

function switchTheme(): void {
  const root = document.documentElement;
  const current = root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  const next = current === 'dark' ? 'light' : 'dark';
  root.dataset.theme = next;
  try {
    localStorage.setItem('theme', next);
  } catch {
    // Storage is blocked: the choice lasts as long as the page.
  }
}
