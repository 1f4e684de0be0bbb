/** The cache of everything read from the server. A query has data or throws; nothing is retried behind the dispatcher's back for long. */
import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '#src/api/http.ts';

/** Failures that another try a moment later may well mend. */
const PASSING = new Set(['offline', 'upstreamTimeout', 'upstreamUnreachable', 'stopping']);

/** One per page load (and one per test). */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: 30 * 60_000,
        refetchOnWindowFocus: true,
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && error instanceof ApiError && PASSING.has(error.code),
        retryDelay: (attempt) => 1000 * 2 ** attempt,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
