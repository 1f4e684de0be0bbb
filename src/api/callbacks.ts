/** The callbacks of iRECA: whether they are on, when the last one came, and switching them. For admins. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '#src/api/http.ts';
import type { CallbackSwitch } from '#src/contracts/callbacks.ts';
import { callbacksSchema } from '#src/contracts/callbacks.ts';

/** The last call is looked for this often while somebody watches. */
const PACE_MS = 2_000;

const address = '/api/callbacks';

const callbacksQuery = queryOptions({
  queryKey: ['callbacks'],
  staleTime: 0,
  refetchInterval: PACE_MS,
  queryFn: ({ signal }) => request(address, callbacksSchema, { signal }),
});

/** State of both callbacks, read anew every two seconds. */
export const useCallbacks = () => useQuery(callbacksQuery);

/**
 * Switches one: the proxy tells iRECA, and what it answers is what is shown. A failure leaves what was known and reads
 * anew, for the deed may have been done.
 */
export function useSwitchCallback() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (wanted: CallbackSwitch) => {
      // A reading that is under way may have begun before the deed.
      await client.cancelQueries({ queryKey: callbacksQuery.queryKey });
      return request(address, callbacksSchema, { method: 'POST', body: wanted });
    },
    onSuccess: (answer) => client.setQueryData(callbacksQuery.queryKey, answer),
    onError: () => void client.invalidateQueries({ queryKey: callbacksQuery.queryKey }),
  });
}
