import type { Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { AnyEvent, EventOf } from '@tributary/events';
import type { EntityManager } from '@tributary/platform-postgres';
import type { ArrivedEvent } from './arrival';
import type { Binding } from '../bindings';

interface EventHandler {
  handle(event: unknown, tx: EntityManager): Promise<readonly EventOf<string, unknown>[]>;
}

interface Bound {
  readonly event: AnyEvent;
  readonly handlers: readonly Type<unknown>[];
}

/** The service's handlers by the event that they answer. */
export class EventHandlers {
  private readonly byType: ReadonlyMap<string, Bound>;

  constructor(
    private readonly modules: ModuleRef,
    bindings: readonly Binding<unknown>[],
  ) {
    const byType = new Map<string, Bound>();
    for (const { event, handler } of bindings) {
      const handlers = byType.get(event.fullName)?.handlers ?? [];
      byType.set(event.fullName, { event, handlers: [...handlers, handler] });
    }
    this.byType = byType;
  }

  /** False for an event of a consumed topic that this service does not listen to. */
  answer(type: string | null): boolean {
    return type !== null && this.byType.has(type);
  }

  /** Decodes the event and gives it to its handlers. @returns what they say happened */
  async handle(arrived: ArrivedEvent, tx: EntityManager): Promise<readonly EventOf<string, unknown>[]> {
    const bound = this.byType.get(arrived.type ?? '');
    if (!bound) return [];
    const event = {
      type: bound.event.name,
      payload: bound.event.decode(arrived.record.value ?? Buffer.alloc(0)),
      id: arrived.eventId,
      time: new Date(arrived.record.headers['ce_time'] as string),
      subject: arrived.subject,
      streamSeq: arrived.streamSeq,
    };
    const happened: EventOf<string, unknown>[] = [];
    for (const type of bound.handlers) {
      // Not before it is called: while the module is made, Nest hands out handlers without what they inject.
      const handler = this.modules.get<EventHandler>(type, { strict: false });
      happened.push(...(await handler.handle(event, tx)));
    }
    return happened;
  }
}
