import { CopyButton } from './copy-button';
import { shortened } from './shortened';

/** An address, hash or id: its middle left out, whole in the tooltip and on copy. */
export function Reference({ value, what = 'address', copy = true }: { value: string; what?: string; copy?: boolean }) {
  const [head, tail] = shortened(value);
  return (
    <span className="reference">
      <span title={value}>
        <code>{head}</code>
        {tail && (
          <>
            <span className="ellipsis">…</span>
            <code>{tail}</code>
          </>
        )}
      </span>
      {copy && <CopyButton value={value} what={what} />}
    </span>
  );
}
