import type { Ref } from 'react';
import { SCREENS } from './screens';

const KEYS = [
  [['Ctrl', 'K'], 'Find an address, transaction, client, entry, sweep, wallet, account or screen'],
  [['j', 'k'], 'Approvals: the next, the previous'],
  [['Enter'], 'Approvals: to what stands open; Flow: from a ribbon to its movements'],
  [['a', 'r'], 'Approvals: approve, reject'],
  [['Tab'], 'To the next control; in Flow to the next ribbon, in Trace to the next lot'],
  [['Esc'], 'Close what is open'],
  [['?'], 'This help'],
] as const;

export function HelpDialog({ ref }: { ref: Ref<HTMLDialogElement> }) {
  return (
    <dialog ref={ref} className="dialog" aria-labelledby="help-title">
      <form method="dialog">
        <h2 id="help-title">Keys</h2>
        <dl className="keys">
          {SCREENS.map(({ key, name }) => (
            <Key key={key} keys={['g', key]} does={name} />
          ))}
          {KEYS.map(([keys, does]) => (
            <Key key={does} keys={keys} does={does} />
          ))}
        </dl>
        <p className="note">Times are UTC. Amounts show six decimals; copying one gives every digit.</p>
        <button className="button" autoFocus>
          Close
        </button>
      </form>
    </dialog>
  );
}

function Key({ keys, does }: { keys: readonly string[]; does: string }) {
  return (
    <div>
      <dt>
        {keys.map((key, index) => (
          <span key={key}>
            {index > 0 && ' '}
            <kbd>{key}</kbd>
          </span>
        ))}
      </dt>
      <dd>{does}</dd>
    </div>
  );
}
