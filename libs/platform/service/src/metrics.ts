import { counter, gauge, histogram } from '@tributary/platform-telemetry';

export const consumedEvents = counter({
  name: 'consumed_events_total',
  help: 'Events read, by what became of them: handled, skipped (not listened to), duplicate, waiting or dead',
  labels: ['topic', 'outcome'],
});

export const deadLetters = counter({
  name: 'dead_letters_total',
  help: 'Events that parked their subject, by topic and reason',
  labels: ['topic', 'code'],
});

export const lostEvents = counter({
  name: 'lost_events_total',
  help: 'Offsets that the broker no longer had when they were to be consumed',
  labels: ['topic'],
});

export const batchSeconds = histogram({
  name: 'batch_seconds',
  help: 'From the begin to the commit of a batch of consumed events',
  labels: ['topic'],
});

export const publishedEvents = counter({ name: 'published_events_total', help: 'Events acknowledged by the broker' });

export const setAsideEvents = counter({
  name: 'set_aside_events_total',
  help: 'Events that the broker refused as too large; they stay in the outbox',
  labels: ['topic'],
});

export const outboxPending = gauge({ name: 'outbox_pending_events', help: 'Events committed and not yet published' });

export const parkedSubjects = gauge({ name: 'parked_subjects', help: 'Subjects whose events wait for a replay' });

export const consumerLag = gauge({
  name: 'consumer_lag_events',
  help: 'Events in the topic that are not consumed yet',
  labels: ['topic', 'partition'],
});

export const failingPolls = gauge({ name: 'failing_polls', help: 'Polls whose last try failed' });
