import { useEffect, useId, useRef, type ReactNode } from 'react';

/**
 * Asks for something over the screen: its first field has the focus, else the button that sends it. Closing it gives the
 * focus back to what opened it.
 */
export function Dialog({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: (close: () => void) => ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const opened = dialog.current;
    if (!opened || opened.open) return;
    opened.showModal();
    (opened.querySelector<HTMLElement>('input, select') ?? opened.querySelector<HTMLElement>('[type=submit]'))?.focus();
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children(() => dialog.current?.close())}
    </dialog>
  );
}
