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
