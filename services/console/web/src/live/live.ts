import { MutationCache, QueryCache, QueryClient, type Query } from '@tanstack/react-query';
import { apiPath, isRefusal, isSignedOut } from '../api';
import { meQuery } from '../identity/session';
import { atMostOncePer } from './at-most-once-per';
import { ChangeStream } from './stream';

/** Pages of a list beyond which it stands still: a reader of old rows must not lose the place. */
export const LIVE_PAGES = 3;

/** The first refusal tells that the session is over: the shell asks again who is signed in, and says so. */
function noticeEndOfSession(error: unknown): void {
  const { queryKey } = meQuery;
  const isKnown = isSignedOut(queryClient.getQueryState(queryKey)?.error);
  if (isSignedOut(error) && !isKnown) void queryClient.invalidateQueries({ queryKey });
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEndOfSession }),
  mutationCache: new MutationCache({ onError: noticeEndOfSession }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < 1 && !isRefusal(error),
      retryDelay: 500,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

/** Reads anew what is on the screen when the server says that something changed: at most once a second. */
export const stream = new ChangeStream(
  apiPath('/stream'),
  atMostOncePer(1000, () => {
    void queryClient.invalidateQueries({ predicate: standsAtTheTop }, { cancelRefetch: false });
  }),
);

function standsAtTheTop(query: Query): boolean {
  if (query.queryKey[0] === meQuery.queryKey[0]) return false;
  const pages = (query.state.data as { pages?: unknown[] } | undefined)?.pages;
  return pages === undefined || pages.length <= LIVE_PAGES;
}
