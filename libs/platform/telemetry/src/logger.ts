import { trace } from '@opentelemetry/api';
import { pino, type Logger } from 'pino';
import { serviceName } from './service-name';

export type { Logger };

/** JSON lines on stdout: a constant message plus fields, with the ids of the trace in which it was written. */
export const logger: Logger = pino({
  level: process.env['LOG_LEVEL'] ?? 'info',
  base: { service: serviceName() },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
  serializers: { error: pino.stdSerializers.err },
  mixin: () => {
    const context = trace.getActiveSpan()?.spanContext();
    return context ? { trace_id: context.traceId, span_id: context.spanId } : {};
  },
});
