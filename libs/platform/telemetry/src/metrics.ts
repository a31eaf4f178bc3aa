import { collectDefaultMetrics, Counter, Gauge, Histogram, register } from 'prom-client';

interface MetricOf<L extends string> {
  /** Without the prefix `custody_`; ends in its unit: `_total`, `_seconds`, `_bytes`. */
  readonly name: string;
  readonly help: string;
  /** From closed sets: never an address, a client or a transaction. */
  readonly labels?: readonly L[];
}

/** Counts up. */
export function counter<L extends string = never>({ name, help, labels = [] }: MetricOf<L>): Counter<L> {
  return known<Counter<L>>(name) ?? new Counter({ name: prefixed(name), help, labelNames: [...labels] });
}

/** Stands at a value. */
export function gauge<L extends string = never>({ name, help, labels = [] }: MetricOf<L>): Gauge<L> {
  return known<Gauge<L>>(name) ?? new Gauge({ name: prefixed(name), help, labelNames: [...labels] });
}

/** Counts values by size; `buckets` in the metric's unit. */
export function histogram<L extends string = never>(
  { name, help, labels = [] }: MetricOf<L>,
  buckets: readonly number[] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
): Histogram<L> {
  return (
    known<Histogram<L>>(name) ??
    new Histogram({ name: prefixed(name), help, labelNames: [...labels], buckets: [...buckets] })
  );
}

/** The page that Prometheus scrapes. */
export async function metricsPage(): Promise<{ contentType: string; body: string }> {
  if (!register.getSingleMetric('custody_process_cpu_seconds_total')) collectDefaultMetrics({ prefix: 'custody_' });
  return { contentType: register.contentType, body: await register.metrics() };
}

function prefixed(name: string): string {
  return `custody_${name}`;
}

function known<M>(name: string): M | undefined {
  return register.getSingleMetric(prefixed(name)) as M | undefined;
}
