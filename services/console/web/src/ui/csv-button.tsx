import { useState } from 'react';
import { csvOf } from './csv';

/** What a view shows, as a table for another program: amounts exact, times ISO 8601. */
export interface Sheet {
  /** without its ending */
  file: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** Saves exactly what the view shows; `sheet` may read more first. */
export function CsvButton({ sheet }: { sheet: () => Sheet | Promise<Sheet> }) {
  const [state, setState] = useState<'ready' | 'reading' | 'failed'>('ready');
  const write = async () => {
    setState('reading');
    try {
      save(await sheet());
      setState('ready');
    } catch {
      setState('failed');
    }
  };
  return (
    <button
      type="button"
      className="button"
      disabled={state === 'reading'}
      title="Save what is shown as CSV"
      onClick={() => void write()}
    >
      {{ ready: 'CSV', reading: 'Reading…', failed: 'CSV failed: try again' }[state]}
    </button>
  );
}

function save({ file, head, rows }: Sheet): void {
  const link = document.createElement('a');
  const url = URL.createObjectURL(new Blob([csvOf(head, rows)], { type: 'text/csv' }));
  link.href = url;
  link.download = `${file}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
