import type { ServiceHealth } from '../api';

/** What in a service fails, since when, and why. */
export interface Fault {
  what: string;
  since: string | null;
  error: string;
}

export function faultsOf({ ready, error, pipeline }: Pick<ServiceHealth, 'ready' | 'error' | 'pipeline'>): Fault[] {
  const { consuming = null, publishing = null } = pipeline?.failing ?? {};
  const setAside = pipeline?.outbox.setAside ?? 0;
  return [
    ...(setAside > 0
      ? [{ what: 'Set aside', since: null, error: `${setAside} events could not be published and left the outbox` }]
      : []),
    ...(consuming ? [{ what: 'Consuming fails', ...consuming }] : []),
    ...(publishing ? [{ what: 'Publishing fails', ...publishing }] : []),
    ...(error === null ? [] : [{ what: ready ? 'A part fails' : 'Not ready', since: null, error }]),
  ];
}

/** A service that is up and yet takes nothing in, or gets nothing out, is as bad as one that is down. */
export function stateOf(service: Pick<ServiceHealth, 'ready' | 'error' | 'pipeline'>): {
  tone: 'good' | 'warn' | 'bad';
  word: string;
} {
  const { ready, error, pipeline } = service;
  if (!ready) return { tone: 'bad', word: 'Not ready' };
  if (pipeline?.failing?.consuming || pipeline?.failing?.publishing) return { tone: 'bad', word: 'Failing' };
  const isWhole = error === null && !pipeline?.outbox.setAside;
  return isWhole ? { tone: 'good', word: 'Ready' } : { tone: 'warn', word: 'Failing in part' };
}
