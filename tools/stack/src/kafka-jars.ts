import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command';
import { requireMaven } from './java';

const KAFKA_VERSION = '4.3.0';

/**
 * The folder of Kafka's jars, fetched once by Maven into `cacheDir`. Two processes may fetch at once: each fetches
 * into a folder of its own, and the first to finish moves it into place.
 */
export async function kafkaJars(cacheDir: string, log: (line: string) => void, signal: AbortSignal): Promise<string> {
  const jars = join(cacheDir, `kafka-${KAFKA_VERSION}`);
  if (existsSync(jars)) return jars;
  await requireMaven();
  mkdirSync(cacheDir, { recursive: true });
  const workDir = mkdtempSync(join(cacheDir, 'fetching-'));
  try {
    log(`kafka: fetching Apache Kafka ${KAFKA_VERSION} (about 45 MB), once, into ${jars}`);
    writeFileSync(join(workDir, 'pom.xml'), POM);
    let fetched = 0;
    await run(
      {
        command: 'mvn',
        args: [
          ...['-B', 'dependency:copy-dependencies', '-DincludeScope=runtime', '-DoutputDirectory=jars'],
          `-Dmaven.repo.local=${join(workDir, 'repository')}`,
        ],
        cwd: workDir,
      },
      {
        signal,
        onLine: (line) => {
          if (/Downloaded .*\.jar/.test(line) && ++fetched % 20 === 0) log(`kafka: ${fetched} files fetched`);
        },
      },
    );
    moveUnlessThere(join(workDir, 'jars'), jars);
    return jars;
  } finally {
    rmSync(workDir, { recursive: true, force: true });
  }
}

function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>tributary</groupId>
  <artifactId>kafka-jars</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.apache.kafka</groupId>
      <artifactId>kafka_2.13</artifactId>
      <version>${KAFKA_VERSION}</version>
    </dependency>
    <dependency>
      <groupId>org.apache.logging.log4j</groupId>
      <artifactId>log4j-slf4j-impl</artifactId>
      <version>2.24.3</version>
    </dependency>
  </dependencies>
</project>
`;
