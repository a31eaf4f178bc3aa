import { join } from 'node:path';
import { run } from './command';

/** Apache Kafka 4 needs it. */
const MINIMUM_JAVA = 17;

/**
 * The `java` program: of JAVA_HOME if that is set, else of the PATH.
 * @throws {Error} none, or one too old; says what to install
 */
export async function javaCommand(): Promise<string> {
  const home = process.env['JAVA_HOME'];
  const java = home ? join(home, 'bin', 'java') : 'java';
  const printed = await run({ command: java, args: ['-version'] }).catch((error: Error) => {
    throw new Error(`Kafka needs Java, and \`${java}\` cannot be run (${error.message}). ${INSTALL_JAVA}`);
  });
  const version = Number(/version "(?:1\.)?(\d+)/.exec(printed)?.[1]);
  if (version < MINIMUM_JAVA)
    throw new Error(`Kafka needs Java ${MINIMUM_JAVA} or newer, found ${version}. ${INSTALL_JAVA}`);
  return java;
}

/** Checks that Maven, which fetches Kafka's jars, can be run. */
export async function requireMaven(): Promise<void> {
  await run({ command: 'mvn', args: ['--version'] }).catch((error: Error) => {
    throw new Error(
      `Kafka's jars are fetched by Maven, and \`mvn\` cannot be run (${error.message}). ${INSTALL_MAVEN}`,
    );
  });
}

const OR_YOUR_OWN = 'Or set KAFKA_BROKERS to a broker of your own.';
const INSTALL_JAVA = `Install it: apt-get install openjdk-17-jre-headless, or brew install openjdk@17. ${OR_YOUR_OWN}`;
const INSTALL_MAVEN = `Install it: apt-get install maven, or brew install maven. ${OR_YOUR_OWN}`;
