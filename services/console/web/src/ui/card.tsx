import { useId, type ReactNode } from 'react';

/** A titled surface; a region of its own to a screen reader. */
export function Card({
  title,
  note,
  actions,
  className = '',
  children,
}: {
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={`card ${className}`} aria-labelledby={id}>
      <header className="card-head">
        <h2 id={id}>{title}</h2>
        {note !== undefined && <span className="note">{note}</span>}
        {actions && <span className="card-actions">{actions}</span>}
      </header>
      {children}
    </section>
  );
}

/** Figures in a row, above a screen's cards. */
export function Strip({ items }: { items: { label: string; value: ReactNode; note?: ReactNode }[] }) {
  return (
    <dl className="strip">
      {items.map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {note !== undefined && <span className="strip-note">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
