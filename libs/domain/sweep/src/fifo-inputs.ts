import { SweepError } from './sweep-error';

/** A final transfer that came in, in base units. */
export interface Credit {
  readonly transferId: string;
  readonly amount: bigint;
}

/**
 * The credits whose value a movement takes: first in, first out.
 *
 * Line up what earlier movements left of the credits, in the order in which they came. What is no longer there all the
 * same, as fees are, has left from the front, so the movement takes the interval [gone, gone + amount) of that line,
 * where gone = Σ credits − units held.
 *
 * @param credits  what is left of every credit that stands, oldest first
 * @param held     units still there and free for this movement
 * @returns the credits that overlap the interval, each with the part that is taken
 * @throws {SweepError} the movement takes more than is held, or more is held than ever came in
 */
export function fifoInputs(credits: readonly Credit[], held: bigint, amount: bigint): Credit[] {
  const total = credits.reduce((sum, credit) => sum + credit.amount, 0n);
  if (amount > held || held > total) {
    throw new SweepError('inputs', `A movement of ${amount} cannot draw on ${held} held of ${total} that came in`);
  }
  const from = total - held;
  const to = from + amount;
  let start = 0n;
  return credits.flatMap(({ transferId, amount: size }) => {
    const [low, high] = [start > from ? start : from, start + size < to ? start + size : to];
    start += size;
    return high > low ? [{ transferId, amount: high - low }] : [];
  });
}
