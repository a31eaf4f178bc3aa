import { useId, type ReactNode } from 'react';

/** A button that says why it cannot be used, where it cannot. */
export function ActButton({
  refusal,
  primary = false,
  shortcut,
  onClick,
  children,
}: {
  refusal?: string;
  primary?: boolean;
  shortcut?: string;
  onClick: () => void;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <span className="act">
      <button
        type="button"
        className={`button ${primary ? 'primary' : ''}`}
        disabled={refusal !== undefined}
        title={refusal}
        aria-describedby={refusal === undefined ? undefined : id}
        aria-keyshortcuts={shortcut}
        onClick={onClick}
      >
        {children} {shortcut && refusal === undefined && <kbd aria-hidden="true">{shortcut}</kbd>}
      </button>
      {refusal !== undefined && (
        <span id={id} className="sr-only">
          {refusal}
        </span>
      )}
    </span>
  );
}
