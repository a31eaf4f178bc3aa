import { utcDay, utcTime } from '../live/time';

/** A time in UTC, its day dimmed; whole in the tooltip. */
export function Moment({ at, day = true }: { at: string | null; day?: boolean }) {
  if (at === null) return <span className="dim">—</span>;
  return (
    <time dateTime={at} title={new Date(at).toISOString()} className="moment">
      {day && <span className="moment-day">{utcDay(at)} </span>}
      {utcTime(at)}
    </time>
  );
}
