/**
 * Starts OpenTelemetry; a service's main.ts imports this before anything else, so that http and pg are instrumented
 * as they load. Spans leave only if OTEL_EXPORTER_OTLP_ENDPOINT is set; trace ids exist either way.
 */
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import { NodeSDK, tracing } from '@opentelemetry/sdk-node';
import { serviceName } from './service-name';
import { onStop } from './stop';

const exporting = Boolean(process.env['OTEL_EXPORTER_OTLP_ENDPOINT']);
process.env['OTEL_METRICS_EXPORTER'] ??= 'none';
process.env['OTEL_LOGS_EXPORTER'] ??= 'none';

const sdk = new NodeSDK({
  serviceName: serviceName(),
  autoDetectResources: false,
  spanProcessors: [
    exporting
      ? new tracing.BatchSpanProcessor(new OTLPTraceExporter(), { scheduledDelayMillis: 1_000 })
      : new tracing.NoopSpanProcessor(),
  ],
  instrumentations: [
    new HttpInstrumentation({ ignoreIncomingRequestHook: ({ url }) => /^\/(health|metrics)/.test(url ?? '') }),
    new UndiciInstrumentation(),
    ...(exporting ? [new PgInstrumentation({ requireParentSpan: true })] : []),
  ],
});
sdk.start();
onStop(() => sdk.shutdown());
