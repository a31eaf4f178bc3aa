import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Moment } from '../ui/moment';
import { RecordTable } from './record-table';
import { CHANGE_KINDS, changesQuery, type ChangeSummary } from './registry-queries';

/** What was proposed, the newest first, and what became of it. */
export function Changes() {
  return (
    <RecordTable<ChangeSummary>
      title="Changes"
      answer={useQuery(changesQuery())}
      idOf={({ changeId }) => String(changeId)}
      columns={[
        [
          'Change',
          ({ changeId, kind }) => ({
            text: `${changeId} ${kind}`,
            shown: (
              <Link to="/approvals" search={{ item: `change:${changeId}` }}>
                {changeId}, {CHANGE_KINDS[kind] ?? kind}
              </Link>
            ),
          }),
        ],
        [
          'State',
          ({ state }) => ({
            text: state,
            shown: (
              <span className={`state ${{ proposed: 'warn', approved: 'good', rejected: '' }[state]}`}>{state}</span>
            ),
          }),
        ],
        [
          'About',
          ({ about, itemCount }) => ({
            text: about.join(', ') + (itemCount > about.length ? ` and ${itemCount - about.length} more` : ''),
          }),
        ],
        ['Proposed by', ({ maker }) => ({ text: maker })],
        ['Proposed, UTC', ({ proposedAt }) => ({ text: proposedAt, shown: <Moment at={proposedAt} /> })],
        ['Decided by', ({ checker }) => ({ text: checker ?? '—' })],
        ['Reason', ({ reason }) => ({ text: reason ?? '' })],
      ]}
    />
  );
}
