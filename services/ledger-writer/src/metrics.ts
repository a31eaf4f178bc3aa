import { gauge } from '@tributary/platform-telemetry';

/** Zero, or somebody is paged. */
export const unbalancedBooks = gauge({
  name: 'ledger_unbalanced_books',
  help: 'Books that broke a rule when they were last recomputed from their movements.',
});

export const bookCheckSeconds = gauge({
  name: 'ledger_book_check_seconds',
  help: 'How long the last recomputation of all books took.',
});

export const waitingFacts = gauge({
  name: 'ledger_waiting_facts',
  help: 'Facts that wait for coins which another fact has to bring first.',
});

/** Some seconds are the pace of two topics; minutes mean a fact that never came. */
export const waitingOldestSeconds = gauge({
  name: 'ledger_waiting_oldest_seconds',
  help: 'Age of the fact that has waited longest; 0 where none waits.',
});
