import type { Command } from './command';

/** One process that a stack runs: started, watched, started again when it dies, and ended. */
export interface Part {
  readonly name: string;
  /** Where it listens, for people to see. */
  readonly port?: number;
  readonly readyUrl?: string;
  /** Asks it to end. */
  readonly stopSignal: NodeJS.Signals;
  /** How long it may take to end before SIGKILL. */
  readonly stopGraceMs: number;
  /** Done once, before the first start: download, lay out folders. */
  prepare?(signal: AbortSignal): Promise<void>;
  /** What to run; asked for at each start. */
  command(): Promise<Command>;
  /** One look: does it serve? Called again until it says yes. Anything thrown means no. */
  isReady(): Promise<boolean>;
  /** Done before it is asked to end, while it still runs. */
  beforeStop?(): Promise<void>;
}

/** A service to run beside the stack's own parts. */
export interface ServicePart extends Command {
  readonly name: string;
  readonly port?: number;
  /** Answers 200 as soon as the service is ready. */
  readonly readyUrl: string;
}

export function servicePart(service: ServicePart): Part {
  return {
    name: service.name,
    port: service.port,
    readyUrl: service.readyUrl,
    stopSignal: 'SIGTERM',
    stopGraceMs: 10_000,
    command: async () => service,
    isReady: async () => (await fetch(service.readyUrl, { signal: AbortSignal.timeout(2_000) })).ok,
  };
}
