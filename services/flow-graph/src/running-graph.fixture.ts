import { EntryPosted, type EventOf } from '@tributary/events';
import { DataSource, startService, Transactor, type RunningService } from '@tributary/platform-service';
import { bearer, serviceEnv, testNamespace, until } from '@tributary/testing';
import { FactsModule } from './entries.fixture';
import { FlowGraphModule } from './service';

/** The service under test, and the facts that it is given. */
export class RunningGraph {
  readonly topic: string;
  private published = 0;

  private constructor(
    namespace: string,
    readonly facts: RunningService,
    readonly graph: RunningService,
  ) {
    this.topic = `${namespace}.${EntryPosted.topic}`;
  }

  static async start(): Promise<RunningGraph> {
    const env = serviceEnv(testNamespace());
    const [facts, graph] = await Promise.all([
      startService(FactsModule, { env }),
      startService(FlowGraphModule, { env }),
    ]);
    return new RunningGraph(env['NAMESPACE'] ?? '', facts, graph);
  }

  async stop(): Promise<void> {
    await Promise.all([this.facts.stop(), this.graph.stop()]);
  }

  get db(): DataSource {
    return this.graph.get(DataSource);
  }

  /** Publishes events and waits until the graph has taken in every one. */
  async publish(events: readonly EventOf<string, unknown>[]): Promise<void> {
    await this.publishUnawaited(events);
    this.published += events.length;
    await until(
      'the graph has taken in every event',
      async () => {
        const [row] = await this.db.query('SELECT sum(last_seq) AS seen FROM consumer_stream');
        return Number(row?.seen) === this.published;
      },
      { withinMs: 100_000 },
    );
  }

  /** Publishes events that the graph will not take in. */
  async publishUnawaited(events: readonly EventOf<string, unknown>[]): Promise<void> {
    await this.facts.get(Transactor).run(async () => ({ events }));
  }

  async ask(path: string): Promise<Response> {
    return fetch(this.graph.url + path, { headers: await bearer('auditor') });
  }

  async read<T>(path: string): Promise<T> {
    const response = await this.ask(path);
    const body = await response.json();
    expect([path, response.status, response.ok ? null : body]).toEqual([path, 200, null]);
    return body as T;
  }
}
