/** What is wrong with one part of the input. */
export interface FieldError {
  /** Path of the field, e.g. `body.address`. */
  readonly field: string;
  /** What is wrong and what is expected instead. */
  readonly reason: string;
}

/** An expected refusal, told as RFC 9457 problem details. Returned by a handler, not thrown. */
export class Problem {
  /**
   * @param status  HTTP status, 4xx
   * @param code    stable, kebab-case; becomes `type: urn:tributary:problem:<code>`
   * @param detail  what happened and what to do next
   */
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
  ) {}
}
