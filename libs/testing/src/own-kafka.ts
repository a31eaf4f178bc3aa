import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack } from '@tributary/stack';

/** A broker that a test may kill, beside the one that the run shares. */
export class OwnKafka {
  private constructor(
    private readonly stack: Stack,
    private readonly stateDir: string,
  ) {}

  static async start(): Promise<OwnKafka> {
    const stateDir = mkdtempSync(join(tmpdir(), 'tributary-kafka-'));
    chmodSync(stateDir, 0o755);
    return new OwnKafka(await Stack.start({ stateDir, parts: ['kafka'], given: {}, log: () => undefined }), stateDir);
  }

  /** `host:port`. */
  get brokers(): string {
    return this.stack.env.KAFKA_BROKERS as string;
  }

  /** kill -9; it is started again with its log, and this waits until it serves. */
  async killAndReturn(): Promise<void> {
    await this.stack.kill('kafka');
    await this.stack.ready('kafka');
  }

  async stop(): Promise<void> {
    await this.stack.stop();
    rmSync(this.stateDir, { recursive: true, force: true });
  }
}
