import { ClientClosed, ClientOpened, WalletCreated, type EventOfType, type ReceivedOfType } from '@tributary/events';
import type { EntityManager } from '@tributary/platform-postgres';
import { on, poll, type Transact } from './bindings';
import { ServiceModule } from './service-module';

class CloseClient {
  async handle({ payload }: ReceivedOfType<typeof ClientOpened>, _tx: EntityManager) {
    return [ClientClosed.of(payload)];
  }
}

class KeepSilent {
  async handle(_event: ReceivedOfType<typeof ClientOpened>, _tx: EntityManager) {
    return [];
  }
}

class WatchWallets {
  async poll(_transact: Transact<EventOfType<typeof WalletCreated>>, _signal: AbortSignal): Promise<'more' | 'idle'> {
    return 'idle';
  }
}

const rest = { name: 'typed', stores: [], migrations: [] };

it('a service provides each of its handlers once, however many events it answers', () => {
  const { providers } = ServiceModule.of({
    ...rest,
    produces: [ClientClosed, WalletCreated],
    consumes: [on(ClientOpened, CloseClient), on(ClientOpened, KeepSilent), on(ClientOpened, KeepSilent)],
    polls: [poll(WatchWallets, { everyMs: 1 })],
  });
  const given = (providers ?? []).filter((provider) =>
    [CloseClient, KeepSilent, WatchWallets].includes(provider as never),
  );
  expect(given).toEqual([CloseClient, KeepSilent, WatchWallets]);
});

/** Never run: the type check fails if one of these compiles. */
export function doesNotCompile(): void {
  ServiceModule.of({
    ...rest,
    produces: [ClientOpened],
    // @ts-expect-error CloseClient returns ClientClosed, whose payload equals ClientOpened's
    consumes: [on(ClientOpened, CloseClient)],
  });
  ServiceModule.of({
    ...rest,
    produces: [ClientOpened],
    // @ts-expect-error WatchWallets publishes WalletCreated
    polls: [poll(WatchWallets, { everyMs: 1 })],
  });
  // @ts-expect-error KeepSilent handles ClientOpened
  on(WalletCreated, KeepSilent);
}
