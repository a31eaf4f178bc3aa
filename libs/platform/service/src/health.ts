import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { DataSource, DeadLetters } from '@tributary/platform-postgres';
import { metricsPage } from '@tributary/platform-telemetry';
import { KafkaStrategy } from './consume/kafka-strategy';
import { Lag } from './consume/lag';
import { outboxPending, parkedSubjects } from './metrics';
import { Names } from './names';
import { Poller } from './poller';
import { Relay } from './publish/relay';
import { sendFailure, sendJson } from './rest/reply';

/** Puts /health/live, /health/ready, /health/pipeline and /metrics on the service's port. */
export function mountHealth(app: NestExpressApplication): void {
  const express = app.getHttpAdapter().getInstance();
  const get = (path: string, answer: (response: Response) => Promise<void>): void => {
    express.get(path, async (_request: Request, response: Response) => {
      await answer(response).catch((error: unknown) => sendFailure(response, error));
    });
  };
  const dataSource = app.get(DataSource);
  const strategy = app.get(KafkaStrategy);

  get('/health/live', async (response) => sendJson(response, 200, { live: true }));
  get('/health/ready', async (response) => {
    const database = await dataSource.query('SELECT 1').then(
      () => true,
      () => false,
    );
    const checks = { migrated: dataSource.isInitialized, database, consumer: strategy.joined };
    const ready = Object.values(checks).every(Boolean);
    sendJson(response, ready ? 200 : 503, { ready, ...checks });
  });
  get('/health/pipeline', async (response) => sendJson(response, 200, await readPipeline(app)));
  get('/metrics', async (response) => {
    await readPipeline(app).catch(() => undefined);
    const { contentType, body } = await metricsPage();
    response.type(contentType).send(body);
  });
}

async function readPipeline(app: NestExpressApplication): Promise<unknown> {
  const dataSource = app.get(DataSource);
  const letters = await app.get(DeadLetters).count(dataSource.manager);
  const [outbox] = await dataSource.query(
    `SELECT count(*)::int AS pending,
            coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)::float AS "oldestSeconds",
            (SELECT count(*)::int FROM producer_outbox WHERE set_aside_at IS NOT NULL) AS "setAside"
     FROM producer_outbox WHERE set_aside_at IS NULL`,
  );
  outboxPending.set(outbox.pending);
  parkedSubjects.set(letters.subjects);
  return {
    service: app.get(Names).service,
    consumers: await app.get(Lag).read(),
    deadLetters: { count: letters.events, parkedSubjects: letters.subjects },
    outbox,
    failing: { consuming: app.get(KafkaStrategy).failing.longest, publishing: app.get(Relay).failing.longest },
    polls: app.get(Poller).states(),
  };
}
