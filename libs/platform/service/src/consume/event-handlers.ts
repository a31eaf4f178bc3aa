import type { Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { AnyEvent, EventOf } from '@tributary/events';
import type { EntityManager } from '@tributary/platform-postgres';
import type { ArrivedEvent } from './arrival';
import type { Binding } from '../bindings';

interface EventHandler {
  handle(event: unknown, tx: EntityManager): Promise<readonly EventOf<string, unknown>[]>;
  /** Takes consecutive events at once, where that is cheaper; order across types is kept. */
  handleAll?(events: readonly unknown[], tx: EntityManager): Promise<readonly EventOf<string, unknown>[]>;
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

  /** Splits events, in order, into runs that a handler takes together. */
  runsOf(events: readonly ArrivedEvent[]): ArrivedEvent[][] {
    const runs: ArrivedEvent[][] = [];
    for (const event of events) {
      const last = runs.at(-1);
      const handler = this.together(event);
      if (last?.[0] && handler && this.together(last[0]) === handler) last.push(event);
      else runs.push([event]);
    }
    return runs;
  }

  /** Decodes a run of events and gives it to its handlers. @returns what they say happened */
  async handle(run: readonly ArrivedEvent[], tx: EntityManager): Promise<readonly EventOf<string, unknown>[]> {
    const events = run.map((arrived) => this.decode(arrived));
    const together = run[0] && this.together(run[0]);
    if (together?.handleAll) return together.handleAll(events, tx);
    const happened: EventOf<string, unknown>[] = [];
    for (const [i, arrived] of run.entries()) {
      for (const handler of this.handlersOf(arrived)) happened.push(...(await handler.handle(events[i], tx)));
    }
    return happened;
  }

  /** The one handler of this event, if it takes several at once. */
  private together(arrived: ArrivedEvent): EventHandler | undefined {
    const handlers = this.handlersOf(arrived);
    return handlers.length === 1 && handlers[0]?.handleAll ? handlers[0] : undefined;
  }

  /** Not before they are called: while the module is made, Nest hands out handlers without what they inject. */
  private handlersOf({ type }: ArrivedEvent): EventHandler[] {
    const types = this.byType.get(type ?? '')?.handlers ?? [];
    return types.map((handler) => this.modules.get<EventHandler>(handler, { strict: false }));
  }

  private decode(arrived: ArrivedEvent): unknown {
    const event = this.byType.get(arrived.type ?? '')?.event;
    return {
      type: event?.name,
      payload: event?.decode(arrived.record.value ?? Buffer.alloc(0)),
      id: arrived.eventId,
      time: new Date(arrived.record.headers['ce_time'] as string),
      subject: arrived.subject,
      streamSeq: arrived.streamSeq,
    };
  }
}
