import type { Type } from '@nestjs/common';
import { ConfigError } from '@tributary/platform-config';
import { logger, stopTelemetry } from '@tributary/platform-telemetry';
import { startService, type RunningService, type StartOptions } from './start-service';

/** A stop that takes longer than this is given up; what is left undone is done after the next start. */
const STOP_WITHIN_MS = 25_000;

/**
 * Runs a service as a process of its own, from a main.ts: exits with 0 after SIGTERM or SIGINT, and with 1 where going
 * on would pretend to work: bad configuration, a consumer that ended for good, a broken fence.
 */
export async function runService(module: Type<object>, options: Omit<StartOptions, 'onCrash'> = {}): Promise<void> {
  let service: RunningService | undefined;
  const stop = async (signal: string): Promise<void> => {
    logger.info({ signal }, 'Service stops');
    setTimeout(() => exit(1), STOP_WITHIN_MS).unref();
    await service?.stop();
    await exit(0);
  };
  process.once('SIGTERM', (signal) => void stop(signal));
  process.once('SIGINT', (signal) => void stop(signal));
  const crash = (error: unknown): void => {
    if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
    else logger.fatal({ error }, 'Service cannot go on');
    void exit(1);
  };
  try {
    service = await startService(module, { ...options, onCrash: crash });
  } catch (error) {
    crash(error);
  }
}

async function exit(status: number): Promise<never> {
  await stopTelemetry();
  process.exit(status);
}
