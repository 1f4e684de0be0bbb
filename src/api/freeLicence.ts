/** Freeing a licence of the courier app: done, and read back. Fetched with the screens that offer it. */
import type { QueryClient } from '@tanstack/react-query';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { ApiError, request } from '#src/api/http.ts';
import { licencesQuery } from '#src/api/licences.ts';
import { mayBeDone } from '#src/api/mayBeDone.ts';

/**
 * What came of freeing a licence. `freed`: read back, the device has none any more · `kept`: iRECA accepted, and the device
 * still has it · `refused`: nothing was done · `unsure`: it may have been done; `error` null = only the reading failed.
 */
export type LicenceOutcome =
  { is: 'freed' } | { is: 'kept' } | { is: 'refused'; error: unknown } | { is: 'unsure'; error: unknown };

const goneSchema = z.object({ gone: z.nullable(z.boolean()) });

/** True when the list, read right now, has no licence of this device; null when it cannot be read. */
async function isFree(client: QueryClient, deviceId: string): Promise<boolean | null> {
  // A reading that is under way may have begun before the deed.
  await client.cancelQueries({ queryKey: licencesQuery.queryKey });
  try {
    const { licenses } = await client.fetchQuery({ ...licencesQuery, staleTime: 0 });
    return !licenses.some((one) => one.deviceId === deviceId);
  } catch {
    return null;
  }
}

/** `POST /licenses/close`, and what the list says afterwards. Never throws. */
async function closeLicence(client: QueryClient, deviceId: string): Promise<LicenceOutcome> {
  let gone: boolean | null = null;
  let error: unknown = null;
  try {
    const address = `/api/ireca/licenses/close?${new URLSearchParams({ deviceId })}`;
    ({ gone } = await request(address, goneSchema, { method: 'POST' }));
  } catch (thrown) {
    error = thrown;
  }
  // Whatever was answered: the screen is to show what stands in the list.
  const free = (await isFree(client, deviceId)) ?? gone;
  if (free) return { is: 'freed' };
  const maybe = !(error instanceof ApiError) || mayBeDone(error);
  if (error !== null) return { is: maybe ? 'unsure' : 'refused', error };
  return free === null ? { is: 'unsure', error: null } : { is: 'kept' };
}

/** Frees the licence of a device, or only looks again whether it is free (`look`). */
export function useFreeLicence() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({
      deviceId,
      look = false,
    }: {
      deviceId: string;
      look?: boolean;
    }): Promise<LicenceOutcome> => {
      if (!look) return closeLicence(client, deviceId);
      const free = await isFree(client, deviceId);
      if (free === null) return { is: 'unsure', error: null };
      return { is: free ? 'freed' : 'kept' };
    },
  });
}
