import { startService, type RunningService } from '@tributary/platform-service';
import { bearer, serviceEnv } from '@tributary/testing';
import { CustodyRegistryModule } from './service';

export const CHAIN = 'eip155:31337';
export const ETHER = { chain: CHAIN, kind: 'native', symbol: 'ETH', decimals: 18 };
export const TOKEN = { ...ETHER, kind: 'erc20', symbol: 'DUSD', decimals: 6, contract: `0x${'d0'.repeat(20)}` };
export const DEPOSITS = { walletId: 'deposits', chain: CHAIN, role: 'deposit', side: 'c', label: 'Deposits' };
export const HOT = { walletId: 'hot', chain: CHAIN, role: 'hot', side: 'c', label: 'Hot' };
export const WARM = { walletId: 'warm', chain: CHAIN, role: 'warm', side: 'c', label: 'Warm' };
export const HOUSE = { walletId: 'house', chain: CHAIN, role: 'hot', side: 'h', label: 'House' };

/** An address of ours by number. */
export const address = (n: number): string => `0x${n.toString(16).padStart(40, '0')}`;

type Person = Parameters<typeof bearer>[0];

export interface Answer {
  readonly status: number;
  readonly body: {
    readonly type?: string;
    readonly errors?: { readonly field: string; readonly reason: string }[];
    readonly [field: string]: unknown;
  };
}

/** A registry at work, called over REST as a person of the run's issuer. */
export class Registry {
  private constructor(readonly service: RunningService) {}

  static async start(namespace: string, env: Record<string, string> = {}): Promise<Registry> {
    return new Registry(await startService(CustodyRegistryModule, { env: serviceEnv(namespace, env) }));
  }

  get = (path: string): Promise<Answer> => this.call('auditor', 'GET', path);

  post = (path: string, body: object, who: Person = 'operator'): Promise<Answer> => this.call(who, 'POST', path, body);

  put = (path: string, body: object, who: Person = 'operator'): Promise<Answer> => this.call(who, 'PUT', path, body);

  /** Proposes items as the operator. */
  propose = (path: string, ...items: object[]): Promise<Answer> => this.post(path, { items });

  /** Approves a change on the digest that its proposal answered. */
  approve = ({ body }: Answer, who: Person = 'approver'): Promise<Answer> =>
    this.post(`/changes/${String(body['changeId'])}/approve`, { digest: body['digest'] }, who);

  /** Has items recorded: the operator proposes, the approver approves. @throws a refusal of either */
  async record(path: string, ...items: object[]): Promise<void> {
    const approved = await this.approve(await this.propose(path, ...items));
    if (approved.status !== 200) throw new Error(`${path} was not recorded: ${JSON.stringify(approved.body)}`);
  }

  async items(path: string): Promise<Record<string, unknown>[]> {
    return (await this.get(path)).body['items'] as Record<string, unknown>[];
  }

  private async call(who: Person, method: string, path: string, body?: object): Promise<Answer> {
    const headers = { ...(await bearer(who)), 'content-type': 'application/json' };
    const answer = await fetch(this.service.url + path, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  }
}
