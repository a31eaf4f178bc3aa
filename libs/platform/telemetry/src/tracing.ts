import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
} from '@opentelemetry/api';

export { SpanKind };

interface SpanOf {
  readonly kind: SpanKind;
  /** W3C traceparent of the cause, as a header or an outbox row carried it; none starts a new trace. */
  readonly parent?: string | undefined;
  readonly attributes?: Attributes;
}

const tracer = () => trace.getTracer('tributary');

/** Runs work within a span; a throw marks the span and goes on. */
export async function inSpan<T>(
  name: string,
  { kind, parent, attributes = {} }: SpanOf,
  work: () => Promise<T>,
): Promise<T> {
  return tracer().startActiveSpan(name, { kind, attributes }, contextOf(parent), async (span) => {
    try {
      return await work();
    } catch (error) {
      span.recordException(error as Error);
      span.setStatus({ code: SpanStatusCode.ERROR, message: (error as Error).message });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** A span opened for something done together with others; `end` it when that is over. */
export function openSpan(
  name: string,
  { kind, parent, attributes = {} }: SpanOf,
): { traceparent: string | undefined; end(error?: Error): void } {
  const span = tracer().startSpan(name, { kind, attributes }, contextOf(parent));
  return {
    traceparent: traceparentOf(trace.setSpan(ROOT_CONTEXT, span)),
    end: (error) => {
      if (error) span.setStatus({ code: SpanStatusCode.ERROR, message: error.message });
      span.end();
    },
  };
}

/** The `traceparent` to hand on from here; undefined where nothing is traced. */
export function currentTraceparent(): string | undefined {
  return traceparentOf(context.active());
}

/** Names the active HTTP span by its route instead of its method alone. */
export function nameHttpSpan(method: string, route: string): void {
  trace.getActiveSpan()?.updateName(`${method} ${route}`).setAttribute('http.route', route);
}

function contextOf(traceparent: string | undefined) {
  return traceparent ? propagation.extract(ROOT_CONTEXT, { traceparent }) : context.active();
}

function traceparentOf(of: ReturnType<typeof context.active>): string | undefined {
  const carrier: { traceparent?: string } = {};
  propagation.inject(of, carrier);
  return carrier.traceparent;
}
