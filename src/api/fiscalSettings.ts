/** Remote fiscalisation: sending the settings of Atol Online, which iRECA never gives back, and the link of Pechka54. */
import { useQuery } from '@tanstack/react-query';
import { ApiError, request, send } from '#src/api/http.ts';
import { mayBeDone } from '#src/api/mayBeDone.ts';
import type { AtolOnlineSettings } from '#src/contracts/ireca/atolOnline.ts';
import { pechka54Schema } from '#src/contracts/ireca/atolOnline.ts';

/**
 * What came of sending. `refused`: in the words of whoever refused, `by` iRECA or Pult · `unsure`: no answer came that
 * says so, it may have been stored · `notSent`: nothing reached iRECA, or it did not let us in.
 */
export type AtolOutcome =
  | { is: 'accepted' }
  | { is: 'refused'; by: 'ireca' | 'pult'; message: string }
  | { is: 'unsure' | 'notSent'; error: unknown };

/**
 * `POST /atolOnlineSettings/replace`. Never throws. No mutation of the query client: that one would remember what was
 * sent, and a password is not to be remembered.
 */
export async function sendAtolSettings(settings: AtolOnlineSettings): Promise<AtolOutcome> {
  try {
    await send('/api/ireca/atolOnlineSettings/replace', { method: 'POST', body: settings });
    return { is: 'accepted' };
  } catch (error) {
    if (mayBeDone(error)) return { is: 'unsure', error };
    const code = error instanceof ApiError ? error.code : null;
    if (error instanceof ApiError && (code === 'upstreamRefused' || code === 'invalid')) {
      return { is: 'refused', by: code === 'invalid' ? 'pult' : 'ireca', message: error.message };
    }
    return { is: 'notSent', error };
  }
}

/** The link by which a Pechka54 program prints for the company; forgotten as soon as nobody looks. */
export const usePechka54 = () =>
  useQuery({
    queryKey: ['ireca', 'pechka54Settings'],
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) => request('/api/ireca/pechka54Settings', pechka54Schema, { signal }),
  });
