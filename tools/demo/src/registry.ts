import { tokenFor, type PersonName } from '@tributary/stack';
import type { Custodian, DemoAsset } from './custodian';

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

/**
 * Registers the custodian; what stands already is left as it is, so that it can run at each start.
 *
 * @param writers  how many requests are under way at once
 */
export async function register(
  api: Api,
  chain: string,
  custodian: Custodian,
  assets: readonly DemoAsset[],
  writers = 1,
): Promise<void> {
  const maker = 'demo';
  const postAll = (path: string, bodies: readonly object[]): Promise<void> =>
    atOnce(writers, bodies, (body) => post(api, path, { ...body, maker }));
  await postAll(
    '/assets',
    assets.map((asset) => ({ chain, ...asset, effectiveFromBlock: 0 })),
  );
  await postAll(
    '/clients',
    custodian.clients.map((clientId) => ({ clientId })),
  );
  await postAll(
    '/wallets',
    custodian.wallets.map((wallet) => ({ chain, ...wallet })),
  );
  await postAll(
    '/addresses',
    custodian.addresses.map((address) => ({ chain, ...address })),
  );
}

async function atOnce<T>(workers: number, items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: workers }, worker));
}

/** Posts once it can be: a service that is just starting is asked again, a duplicate is what we want. */
async function post(api: Api, path: string, body: unknown): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await api.post(path, body);
      return;
    } catch (error) {
      if (error instanceof ApiError && error.status === 409) return;
      const passing = !(error instanceof ApiError) || error.status >= 500 || error.status === 404;
      if (!passing || attempt === 60) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}
