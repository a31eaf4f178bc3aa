/** A day of them. */
const MOST_LOOKS = 20_000;

/** How a partition grew, look by look: tells since when a record has been there. */
export class Growth {
  /** Ends of the log with when each was first seen; only those that a consumer still has before it. */
  private looks: { readonly high: bigint; readonly atMs: number }[] = [];

  /** Notes that the log ends at `high` now. */
  note(high: bigint, atMs: number): void {
    if (high <= (this.looks.at(-1)?.high ?? -1n)) return;
    this.looks.push({ high, atMs });
    if (this.looks.length > MOST_LOOKS) this.looks.splice(1, 1);
  }

  /** When the record at `offset` was first seen to be there; undefined if the log ends before it. Forgets those before. */
  seenSince(offset: bigint): number | undefined {
    const last = this.looks.at(-1);
    this.looks = this.looks.filter((look) => look.high > offset || look === last);
    return last && last.high > offset ? this.looks[0]?.atMs : undefined;
  }
}
