import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack, startAlone } from '@tributary/stack';

/** Two registries on one database, one of them without its own check, and the planner. */
export class MakerCheckerSystem {
  private constructor(
    readonly stack: Stack,
    readonly registry: string,
    readonly carelessRegistry: string,
    readonly planner: string,
    private readonly stateDir: string,
  ) {}

  static async start(log: (line: string) => void): Promise<MakerCheckerSystem> {
    const stateDir = await mkdtemp(join(tmpdir(), 'tributary-maker-checker-'));
    let stack: Stack | undefined;
    try {
      stack = await Stack.start({ stateDir, given: {}, log });
      const quiet = { env: { LOG_LEVEL: 'fatal' } };
      const careless = { 'custody-registry': join(__dirname, '..', 'provoked', 'careless-registry.ts') };
      const registry = await startAlone(stack, 'custody-registry', 'custody-registry', quiet);
      const [carelessRegistry, planner] = await Promise.all([
        startAlone(stack, 'custody-registry', 'careless-registry', { ...quiet, programs: careless }),
        startAlone(stack, 'sweep-planner', 'sweep-planner', quiet),
      ]);
      return new MakerCheckerSystem(stack, registry, carelessRegistry, planner, stateDir);
    } catch (error) {
      await stack?.stop();
      await rm(stateDir, { recursive: true, force: true });
      throw error;
    }
  }

  get databaseUrl(): string {
    return this.stack.env.DATABASE_URL as string;
  }

  get issuer(): string {
    return this.stack.env.OIDC_ISSUER as string;
  }

  async stop(): Promise<void> {
    await this.stack.stop();
    await rm(this.stateDir, { recursive: true, force: true });
  }
}
