import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { run, type Command } from './command';
import { javaCommand } from './java';
import { kafkaJars } from './kafka-jars';
import type { Part } from './part';

/** Any 16 bytes as base64url; one for all local stacks, as each keeps its own log folder. */
const CLUSTER_ID = 'VHJpYnV0YXJ5U3RhY2stMQ';

interface KafkaOptions {
  readonly dir: string;
  readonly cacheDir: string;
  readonly port: number;
  readonly controllerPort: number;
  log(line: string): void;
}

/** Apache Kafka as one KRaft node that is broker and controller. Its log folder survives kill -9 as it stands. */
export function kafkaPart({ dir, cacheDir, port, controllerPort, log }: KafkaOptions): Part {
  const properties = join(dir, 'server.properties');
  const logging = join(dir, 'log4j2.yaml');
  const dataDir = join(dir, 'data');
  let java = '';
  let jars = '';

  const jvm = (mainClass: string, ...args: string[]): Command => ({
    command: java,
    args: [
      ...['-Xms256m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'],
      `-Dlog4j2.configurationFile=${logging}`,
      ...['-cp', `${jars}/*`, mainClass, ...args],
    ],
  });

  return {
    name: 'kafka',
    port,
    stopSignal: 'SIGTERM',
    stopGraceMs: 30_000,
    async prepare(signal) {
      java = await javaCommand();
      jars = await kafkaJars(cacheDir, log, signal);
      mkdirSync(dir, { recursive: true });
      writeFileSync(logging, LOG4J2);
      writeFileSync(properties, serverProperties(port, controllerPort, dataDir));
      if (existsSync(join(dataDir, 'meta.properties'))) return;
      log('kafka: formatting its log folder');
      rmSync(dataDir, { recursive: true, force: true });
      await run(jvm('kafka.tools.StorageTool', 'format', '-t', CLUSTER_ID, '-c', properties), { signal });
    },
    command: async () => jvm('kafka.Kafka', properties),
    isReady: () => answersApiVersions(port),
  };
}

function serverProperties(port: number, controllerPort: number, dataDir: string): string {
  return `${Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': dataDir,
    'auto.create.topics.enable': false,
    // One node: every internal topic has one copy.
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 8,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 8,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    // Consumers of a development stack come and go: neither wait for more of them nor hold on to dead ones.
    'group.initial.rebalance.delay.ms': 0,
    'group.min.session.timeout.ms': 1000,
    // A killed broker may register again only once its last session has ended: 9 s by default.
    'broker.session.timeout.ms': 4000,
    'broker.heartbeat.interval.ms': 1000,
    'log.cleaner.dedupe.buffer.size': 16 * 1024 * 1024,
  })
    .map(([key, value]) => `${key}=${value}`)
    .join('\n')}\n`;
}

const LOG4J2 = `Configuration:
  Appenders:
    Console:
      name: STDOUT
      PatternLayout:
        pattern: '%d %p %m (%c)%n'
  Loggers:
    Root:
      level: INFO
      AppenderRef:
        ref: STDOUT
`;

/** Asks the broker for its API versions: it answers only once it has joined its own quorum. */
function answersApiVersions(port: number): Promise<boolean> {
  // Length, then api key 18 version 0, correlation id 1, a client id of no length.
  const request = Buffer.from('0000000a' + '0012' + '0000' + '00000001' + '0000', 'hex');
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1_000 }, () => socket.write(request));
    const settle = (ready: boolean) => {
      socket.destroy();
      resolve(ready);
    };
    socket.once('data', () => settle(true));
    socket.once('timeout', () => settle(false));
    socket.once('error', () => settle(false));
    socket.once('close', () => settle(false));
  });
}
