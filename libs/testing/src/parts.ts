import { randomBytes } from 'node:crypto';

/** How to reach the run's PostgreSQL, Kafka and issuer. @throws outside of the Jest project `integ` */
export function partsEnv(): { DATABASE_URL: string; KAFKA_BROKERS: string; OIDC_ISSUER: string } {
  const { DATABASE_URL, KAFKA_BROKERS, OIDC_ISSUER } = process.env;
  if (!DATABASE_URL || !KAFKA_BROKERS || !OIDC_ISSUER) {
    const missing = 'No DATABASE_URL, KAFKA_BROKERS and OIDC_ISSUER';
    throw new Error(`${missing}: run this test in the Jest project "integ", which starts what they name`);
  }
  return { DATABASE_URL, KAFKA_BROKERS, OIDC_ISSUER };
}

/** A namespace of topics, groups and schemas that no other test uses. */
export function testNamespace(): string {
  return `t${randomBytes(5).toString('hex')}`;
}

/** The environment of a service in a namespace, on a free port. */
export function serviceEnv(namespace: string, more: Record<string, string> = {}): Record<string, string> {
  return { ...partsEnv(), NAMESPACE: namespace, PORT: '0', LOG_LEVEL: 'warn', ...more };
}
