import { DECIDING_TASKS } from './deciding-tasks';
import { open, press } from './keyboard';
import { readingTasks } from './reading-tasks';
import type { Task } from './task';

/** Comes last: it ends what the others need. */
const SIGN_OUT: Task = {
  who: 'approver',
  name: 'sign out',
  async run(page, origin) {
    await open(page, origin, '/health');
    await press(page, page.getByRole('button', { name: /^Account of/ }));
    await press(page, page.getByRole('button', { name: 'Sign out' }));
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
  },
};

/** Every task of the page; `client` is one that stands in the registry. */
export const keyboardTasks = (client: string): readonly Task[] => [
  ...readingTasks(client),
  ...DECIDING_TASKS,
  SIGN_OUT,
];
