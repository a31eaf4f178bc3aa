import type { Ref } from 'react';
import { SCREENS } from './screens';

export function HelpDialog({ ref }: { ref: Ref<HTMLDialogElement> }) {
  return (
    <dialog ref={ref} className="dialog" aria-labelledby="help-title">
      <form method="dialog">
        <h2 id="help-title">Keys</h2>
        <dl className="keys">
          {SCREENS.map(({ key, name }) => (
            <div key={key}>
              <dt>
                <kbd>g</kbd> <kbd>{key}</kbd>
              </dt>
              <dd>{name}</dd>
            </div>
          ))}
          <div>
            <dt>
              <kbd>Tab</kbd> <kbd>Enter</kbd>
            </dt>
            <dd>To a ribbon in Flow, and the movements behind it</dd>
          </div>
          <div>
            <dt>
              <kbd>Esc</kbd>
            </dt>
            <dd>Close what is open</dd>
          </div>
          <div>
            <dt>
              <kbd>?</kbd>
            </dt>
            <dd>This help</dd>
          </div>
        </dl>
        <p className="note">Times are UTC. Amounts show six decimals; copying one gives every digit.</p>
        <button className="button" autoFocus>
          Close
        </button>
      </form>
    </dialog>
  );
}
