import { setTimeout as sleep } from 'node:timers/promises';
import { createPublicClient, http, type Hex } from 'viem';

/** The node as the outside world uses it: to send and to read, over plain JSON-RPC. */
export class OutsideNode {
  private readonly client;

  constructor(readonly url: string) {
    this.client = createPublicClient({ transport: http(url, { retryCount: 8, retryDelay: 250 }), cacheTime: 0 });
  }

  /** @throws when the node is not anvil: only a development node has accounts with money that is nobody's. */
  async assertDevelopmentNode(): Promise<void> {
    const version = await this.rpc<string>('web3_clientVersion');
    if (!version.toLowerCase().includes('anvil')) {
      throw new Error(
        `The demo makes its traffic on anvil, but ${this.url} is ${version}: start with "npm start -- --no-demo"`,
      );
    }
  }

  async rpc<T>(method: string, params: readonly unknown[] = []): Promise<T> {
    return (await this.client.request({ method, params } as never)) as T;
  }

  async number(method: string, params: readonly unknown[] = []): Promise<number> {
    return Number(await this.rpc<Hex>(method, params));
  }

  async height(): Promise<number> {
    return this.number('eth_blockNumber');
  }

  /** Waits until what is in a block now is final by the node's own tag. */
  async finalizedBeyondHead(): Promise<void> {
    const height = await this.height();
    for (;;) {
      const block = await this.rpc<{ number: Hex }>('eth_getBlockByNumber', ['finalized', false]);
      if (Number(block.number) >= height) return;
      await sleep(500);
    }
  }
}
