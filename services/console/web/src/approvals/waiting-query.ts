import { queryOptions, useQuery } from '@tanstack/react-query';
import { read, type Page, type Sweep } from '../api';
import { roleRefusal, useMe } from '../identity/session';
import { changesQuery } from '../registry/registry-queries';
import { decisionRefusal, inboxOf, type Waiting } from './inbox';

/** More than anybody decides in one sitting. */
const MOST = 200;

const waitingSweepsQuery = queryOptions({
  queryKey: ['sweeps', 'waiting'],
  queryFn: async ({ signal }) =>
    (await read<Page<Sweep>>('/sweeps', { state: 'PENDING_APPROVAL', limit: MOST }, signal)).items,
});

/** What waits for a second person; one service that is down does not hide what the other says. */
export function useWaiting(): {
  answer: { data: Waiting[] | undefined; error: unknown; refetch: () => unknown };
  partly: unknown;
} {
  const sweeps = useQuery(waitingSweepsQuery);
  const changes = useQuery(changesQuery('proposed'));
  const isKnown = sweeps.data ?? changes.data;
  const isSettled = !sweeps.isLoading && !changes.isLoading;
  return {
    answer: {
      data: isKnown && isSettled ? inboxOf(sweeps.data ?? [], changes.data ?? []) : undefined,
      error: isKnown ? null : (sweeps.error ?? changes.error),
      refetch: () => Promise.all([sweeps.refetch(), changes.refetch()]),
    },
    partly: sweeps.error ?? changes.error,
  };
}

/** How many wait that this person may decide. */
export function useDecidable(): number {
  const me = useMe();
  const { answer } = useWaiting();
  if (roleRefusal(me, 'approver')) return 0;
  return (answer.data ?? []).filter((item) => decisionRefusal(me, item) === undefined).length;
}
