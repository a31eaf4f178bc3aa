import { QueryClient, type Query } from '@tanstack/react-query';
import { apiPath, isRefusal } from '../api';
import { atMostOncePer } from './at-most-once-per';
import { ChangeStream } from './stream';

/** Pages of a list beyond which it stands still: a reader of old rows must not lose the place. */
export const LIVE_PAGES = 3;

export const queryClient = new QueryClient({
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
  const pages = (query.state.data as { pages?: unknown[] } | undefined)?.pages;
  return pages === undefined || pages.length <= LIVE_PAGES;
}
