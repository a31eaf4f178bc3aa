import { failureOf } from './failure';

/** A failure that is tried again, for Health. */
export interface Failure {
  readonly since: Date;
  readonly error: string;
}

/** What fails just now, place by place. */
export class Failing {
  private readonly places = new Map<string, Failure>();

  get count(): number {
    return this.places.size;
  }

  /** The failure that has lasted the longest. */
  get longest(): Failure | null {
    return [...this.places.values()].sort((a, b) => a.since.getTime() - b.since.getTime())[0] ?? null;
  }

  of(place: string): Failure | null {
    return this.places.get(place) ?? null;
  }

  failed(place: string, error: unknown): void {
    this.places.set(place, { since: this.places.get(place)?.since ?? new Date(), error: failureOf(error).error });
  }

  /** @returns whether it was failing */
  recovered(place: string): boolean {
    return this.places.delete(place);
  }

  clear(): void {
    this.places.clear();
  }
}
