import { useSyncExternalStore } from 'react';

/** `lost` since `at`: what the page shows is as of then, until the stream is back. */
export type StreamState = { name: 'connecting' } | { name: 'live' } | { name: 'lost'; at: number };

const RETRY_MS = 3000;

/**
 * The server's `changed` events. It keeps one connection, and none while the page is hidden:
 * a browser allows few at once, and tabs in the background would use them up.
 */
export class ChangeStream {
  #state: StreamState = { name: 'connecting' };
  #source: EventSource | undefined;
  #isStarted = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  readonly #watchers = new Set<() => void>();

  constructor(
    private readonly url: string,
    private readonly onChange: () => void,
  ) {}

  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    document.addEventListener('visibilitychange', () => (document.hidden ? this.#close() : this.#open()));
    if (!document.hidden) this.#open();
  }

  readonly state = (): StreamState => this.#state;

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  #open(): void {
    this.#close();
    const source = new EventSource(this.url);
    this.#source = source;
    source.addEventListener('open', () => {
      this.#become({ name: 'live' });
      this.onChange();
    });
    source.addEventListener('changed', () => this.onChange());
    source.addEventListener('error', () => {
      if (this.#state.name !== 'lost') this.#become({ name: 'lost', at: Date.now() });
      if (source.readyState === EventSource.CLOSED) this.#retry = setTimeout(() => this.#open(), RETRY_MS);
    });
  }

  #close(): void {
    clearTimeout(this.#retry);
    this.#source?.close();
  }

  #become(state: StreamState): void {
    this.#state = state;
    for (const watcher of this.#watchers) watcher();
  }
}

export function useStreamState(stream: ChangeStream): StreamState {
  return useSyncExternalStore(stream.watch, stream.state);
}
