import { counter, gauge } from '@tributary/platform-telemetry';

export const browsers = gauge({ name: 'console_streams', help: 'Browsers that follow the stream of changes.' });

export const refusedForwards = counter({
  name: 'console_forward_failures_total',
  help: 'Requests that their owner did not answer.',
  labels: ['service'],
});
