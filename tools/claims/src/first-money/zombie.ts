import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Longer than the broker's session timeout, so that a stopped consumer has lost its partitions when it wakes. */
const AWAY_MS = 45_000;
const APPEARS_WITHIN_MS = 120_000;

/**
 * A ledger-writer that stops itself between reading a batch and booking it, and writes its pid into a file: the first
 * of them to read a batch once one is wanted.
 */
export class Zombie {
  constructor(
    private readonly mark: string,
    private readonly log: (line: string) => void,
  ) {}

  is(pid: number | undefined): boolean {
    return pid !== undefined && pid === this.pid();
  }

  /** Asks for one, leaves it stopped until its partitions are another's, and lets it go on. @returns whether it did */
  async wake(): Promise<boolean> {
    writeFileSync(`${this.mark}.wanted`, '');
    const deadlineMs = Date.now() + APPEARS_WITHIN_MS;
    for (let pid = this.pid(); Date.now() < deadlineMs; pid = this.pid()) {
      if (pid === undefined) {
        await sleep(200);
        continue;
      }
      this.log(`ledger-writer ${pid} stopped between reading a batch and booking it; it wakes in ${AWAY_MS / 1000} s`);
      await sleep(AWAY_MS);
      process.kill(pid, 'SIGCONT');
      this.log(`ledger-writer ${pid} woken as a zombie`);
      return true;
    }
    this.log('no ledger-writer stopped itself: the zombie was not provoked');
    return false;
  }

  private pid(): number | undefined {
    try {
      return Number(readFileSync(this.mark, 'utf8')) || undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }
}
