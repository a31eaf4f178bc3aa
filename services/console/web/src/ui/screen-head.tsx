import { useEffect, type ReactNode } from 'react';
import { stream } from '../live/live';
import { useStreamState } from '../live/stream';
import { utcTime } from '../live/time';

/** The head of every screen: its name, whether what it shows is live, and its tools. */
export function ScreenHead({
  title,
  trail,
  note,
  children,
}: {
  title: string;
  trail?: ReactNode;
  note?: ReactNode;
  children?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Tributary`;
  }, [title]);
  return (
    <header className="screen-head">
      <div className="screen-title">
        {trail}
        <h1>{title}</h1>
        <Liveness />
        {note !== undefined && <span className="note">{note}</span>}
      </div>
      {children && <div className="screen-tools">{children}</div>}
    </header>
  );
}

function Liveness() {
  const state = useStreamState(stream);
  return (
    <span className={`liveness ${state.name}`} role="status">
      {state.name === 'live' && 'Live'}
      {state.name === 'connecting' && 'Connecting…'}
      {state.name === 'lost' && `Reconnecting…, as of ${utcTime(state.at)} UTC`}
    </span>
  );
}
