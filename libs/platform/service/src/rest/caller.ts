export const ROLES = ['operator', 'approver', 'finance', 'auditor'] as const;

/**
 * What somebody may do here: an operator proposes and runs, an approver decides what another has proposed, finance
 * reads the books, an auditor reads everything.
 */
export type Role = (typeof ROLES)[number];

/** The roles of a route that every signed-in person and program may call: what only reads. */
export const ANY_ROLE: readonly Role[] = ROLES;

/** Who sent a request. */
export interface Caller {
  /** Name that is recorded as the maker or the checker: the token's `sub`. */
  readonly subject: string;
  readonly roles: readonly Role[];
  /** Name for people to read, where the token tells one. */
  readonly name?: string;
  /** The access token itself, to ask another service in the caller's name; absent where no request stands behind it. */
  readonly token?: string;
}
