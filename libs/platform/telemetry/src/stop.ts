const closers: (() => Promise<void>)[] = [];

/** Registers what must be flushed before the process ends. */
export function onStop(close: () => Promise<void>): void {
  closers.push(close);
}

/** Sends the spans that wait; called last in a service's stop. An unreachable collector does not hold it up. */
export async function stopTelemetry(): Promise<void> {
  await Promise.allSettled(closers.splice(0).map((close) => close()));
}
