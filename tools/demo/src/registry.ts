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

/** The console's REST API, as any client of it would call it. */
export class Api {
  constructor(readonly origin: string) {}

  async get<T>(path: string): Promise<T> {
    return this.call<T>('GET', path);
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    return this.call<T>('POST', path, body);
  }

  private async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${this.origin}/api/v1${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await answer.text();
    if (!answer.ok) throw new ApiError(answer.status, `${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as T;
  }
}

/** Registers the custodian; what stands already is left as it is, so that it can run at each start. */
export async function register(
  api: Api,
  chain: string,
  custodian: Custodian,
  assets: readonly DemoAsset[],
): Promise<void> {
  const maker = 'demo';
  for (const asset of assets) await post(api, '/assets', { chain, ...asset, effectiveFromBlock: 0, maker });
  for (const clientId of custodian.clients) await post(api, '/clients', { clientId, maker });
  for (const wallet of custodian.wallets) await post(api, '/wallets', { chain, ...wallet, maker });
  for (const address of custodian.addresses) await post(api, '/addresses', { chain, ...address, maker });
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
