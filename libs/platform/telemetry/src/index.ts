export { logger, type Logger } from './logger';
export { counter, gauge, histogram, metricsPage } from './metrics';
export { serviceName } from './service-name';
export { stopTelemetry } from './stop';
export { currentTraceparent, inSpan, nameHttpSpan, openSpan, SpanKind } from './tracing';
