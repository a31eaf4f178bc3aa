/** Somebody whom the development issuer knows, as a person who signs in and as a program of the same name. */
export interface Person {
  /** `sub` of the tokens. */
  readonly subject: PersonName;
  readonly name: string;
  /** Claim `roles` of the tokens. */
  readonly roles: readonly string[];
  /** What the sign-in page says of them. */
  readonly does: string;
}

export type PersonName = 'operator' | 'approver' | 'approver-2' | 'finance' | 'auditor';

export const PEOPLE: readonly Person[] = [
  { subject: 'operator', name: 'Olga, operator', roles: ['operator'], does: 'proposes, sends and runs' },
  { subject: 'approver', name: 'Amir, approver', roles: ['approver'], does: 'approves what another has proposed' },
  { subject: 'approver-2', name: 'Bea, approver', roles: ['approver'], does: 'approves what another has proposed' },
  { subject: 'finance', name: 'Fay, finance', roles: ['finance'], does: 'reads the books' },
  { subject: 'auditor', name: 'Aldo, auditor', roles: ['auditor'], does: 'reads everything' },
];

export function personOf(subject: string | undefined): Person | undefined {
  return PEOPLE.find((person) => person.subject === subject);
}
