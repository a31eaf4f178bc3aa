import type { Page } from 'playwright-core';

/** Something that people do here, with no pointer at hand. */
export interface Task {
  readonly who: 'operator' | 'approver';
  readonly name: string;
  /** @throws where it cannot be done */
  run(page: Page, origin: string): Promise<void>;
}
