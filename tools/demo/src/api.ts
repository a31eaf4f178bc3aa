import { tokenFor, type PersonName } from '@tributary/stack';

/** A command of the console's API that was refused. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** The console's REST API, as a program calls it that acts as one of the development issuer's people. */
export class Api {
  /**
   * @param origin  of the console
   * @param issuer  the development issuer, `Stack.env.OIDC_ISSUER`
   */
  constructor(
    readonly origin: string,
    private readonly issuer: string,
    private readonly who: PersonName = 'operator',
  ) {}

  /** The same API in another's name. */
  as(who: PersonName): Api {
    return new Api(this.origin, this.issuer, who);
  }

  async get<T>(path: string): Promise<T> {
    return this.call<T>('GET', path);
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    return this.call<T>('POST', path, body);
  }

  private async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const authorization = `Bearer ${await tokenFor(this.issuer, this.who)}`;
    const answer = await fetch(`${this.origin}/api/v1${path}`, {
      method,
      headers: { authorization, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await answer.text();
    if (!answer.ok) throw new ApiError(answer.status, `${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as T;
  }
}
