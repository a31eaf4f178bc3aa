import type { TimeRange } from './store/passages';

/** Widths that sums are kept for. */
export type Width = 'hour' | 'day';

/** Parts of a range of time: whole days and hours, whose sums are kept, and what is left over at its ends. */
export interface Parts {
  readonly days: readonly TimeRange[];
  readonly hours: readonly TimeRange[];
  /** Each shorter than an hour. */
  readonly rest: readonly TimeRange[];
}

const LENGTH_MS = { hour: 3_600_000, day: 86_400_000 } as const;

/** Splits a range into as much whole days, then whole hours, as it holds; an open end reaches past every time. */
export function splitRange(range: TimeRange): Parts {
  const days = whole(range, 'day');
  if (days) {
    const before = range.from && hoursOf({ from: range.from, to: days.from });
    const after = range.to && hoursOf({ from: days.to, to: range.to });
    return {
      days: [days],
      hours: [...(before?.hours ?? []), ...(after?.hours ?? [])],
      rest: [...(before?.rest ?? []), ...(after?.rest ?? [])],
    };
  }
  return { days: [], ...hoursOf(range) };
}

function hoursOf(range: TimeRange): Pick<Parts, 'hours' | 'rest'> {
  const hours = whole(range, 'hour');
  if (!hours) return { hours: [], rest: filled([range]) };
  return {
    hours: [hours],
    rest: filled([
      ...(range.from ? [{ from: range.from, to: hours.from }] : []),
      ...(range.to ? [{ from: hours.to, to: range.to }] : []),
    ]),
  };
}

/** The part of a range that consists of whole widths; an open end stays open. */
function whole({ from, to }: TimeRange, width: Width): TimeRange | undefined {
  const length = LENGTH_MS[width];
  const first = from && new Date(Math.ceil(from.getTime() / length) * length);
  const end = to && new Date(Math.floor(to.getTime() / length) * length);
  return first && end && first >= end ? undefined : { from: first, to: end };
}

function filled(ranges: readonly TimeRange[]): TimeRange[] {
  return ranges.filter(({ from, to }) => !from || !to || from < to);
}
