import type { SweepDetail } from '../api';
import { between } from '../live/time';
import { Moment } from '../ui/moment';
import { SWEEP_STATES, stateText } from './sweep-state';

/** The states that a movement went through, each with its time and who brought it there. */
export function SweepHistory({ history }: { history: SweepDetail['history'] }) {
  return (
    <ol className="sweep-line">
      {history.map(({ state, at, by, reason }, index) => {
        const before = history[index - 1];
        const isLast = index === history.length - 1;
        return (
          <li key={`${state} ${at}`} className={SWEEP_STATES[state]?.[1]} aria-current={isLast ? 'step' : undefined}>
            <span className="sweep-line-state">{stateText(state)}</span>
            <Moment at={at} day={index === 0} />
            <span className="note">
              {before && `after ${between(before.at, at)}`}
              {before && by && ', '}
              {by && `by ${by}`}
            </span>
            {reason && <span className="note">{reason}</span>}
          </li>
        );
      })}
    </ol>
  );
}
