import type { EntityManager } from 'typeorm';
import { ClientClosed, ClientOpened, WalletCreated, type AnyEvent, type ReceivedOfType } from '@tributary/events';
import { on, poll, type Binding, type Checked, type PollBinding, type Transact } from './bindings';
import type { EventOfType } from '@tributary/events';

declare function serviceOf<
  const P extends readonly AnyEvent[],
  const C extends readonly Binding<any>[],
  const W extends readonly PollBinding<any>[],
>(d: { produces: P; consumes?: C & Checked<C, P>; polls?: W & Checked<W, P> }): void;

class CloseClient {
  async handle(event: ReceivedOfType<typeof ClientOpened>, tx: EntityManager) {
    return [ClientClosed.of({ ...event.payload })];
  }
}
class Silent {
  async handle(event: ReceivedOfType<typeof ClientOpened>, tx: EntityManager) {
    return [];
  }
}
class Watch {
  async poll(transact: Transact<EventOfType<typeof WalletCreated>>, signal: AbortSignal): Promise<'more' | 'idle'> {
    return 'idle';
  }
}
function compiles(): void {
  serviceOf({ produces: [ClientClosed], consumes: [on(ClientOpened, CloseClient), on(ClientOpened, Silent)] });
  serviceOf({ produces: [WalletCreated], polls: [poll(Watch, { everyMs: 1 })] });
  // @ts-expect-error CloseClient returns ClientClosed, whose payload equals ClientOpened's
  serviceOf({ produces: [ClientOpened], consumes: [on(ClientOpened, CloseClient)] });
  // @ts-expect-error Watch publishes WalletCreated
  serviceOf({ produces: [ClientOpened], polls: [poll(Watch, { everyMs: 1 })] });
}
void compiles;
