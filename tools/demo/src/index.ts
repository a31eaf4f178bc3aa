import type { StackEnvironment } from '@tributary/stack';

/** The running system that the demo drives. */
export interface DemoSystem {
  /** The base URL of each service, by its name. */
  readonly urls: Readonly<
    Record<'custody-registry' | 'deposit-watcher' | 'ledger-writer' | 'flow-graph' | 'console', string>
  >;
  readonly env: Readonly<StackEnvironment>;
  /** Aborted when the system stops: end soon. */
  readonly signal: AbortSignal;
  /** One line for the terminal. */
  log(line: string): void;
}

/** Drives the demo custodian until `signal`. */
export async function runDemo(system: DemoSystem): Promise<void> {
  system.log('the demo has no traffic yet');
}
