import type { LoggerService } from '@nestjs/common';
import { logger } from '@tributary/platform-telemetry';

/** Nest's own messages as log lines; what it says while it starts is only for debugging. */
export class NestLog implements LoggerService {
  log(message: unknown, context?: string): void {
    logger.debug({ context, detail: message }, 'Nest');
  }

  debug(message: unknown, context?: string): void {
    this.log(message, context);
  }

  verbose(message: unknown, context?: string): void {
    this.log(message, context);
  }

  warn(message: unknown, context?: string): void {
    logger.warn({ context, detail: message }, 'Nest warns');
  }

  error(message: unknown, stack?: string, context?: string): void {
    logger.error({ context, stack, detail: message }, 'Nest failed');
  }
}
