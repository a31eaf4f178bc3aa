import { tokenFor, type PersonName } from '@tributary/stack';

/** Who may approve, and who may propose: an approver may do both, hence must be kept from doing both to one change. */
export const APPROVERS = ['approver', 'approver-2'] as const satisfies readonly PersonName[];
export const MAKERS = ['operator', ...APPROVERS] as const satisfies readonly PersonName[];
export type Maker = (typeof MAKERS)[number];

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Sends requests to services in the name of the development issuer's people. */
export class People {
  constructor(private readonly issuer: string) {}

  async ask(who: PersonName, method: 'GET' | 'POST' | 'PUT', url: string, body?: object): Promise<Answer> {
    const authorization = `Bearer ${await tokenFor(this.issuer, who)}`;
    const answer = await fetch(url, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(120_000),
    });
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  }
}
