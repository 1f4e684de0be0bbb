/** When a fiscal document was made, to the second and with year and zone: it is compared with what the cash desk printed. */
import { useCallback } from 'react';
import { useFormat } from '#src/components/format/useFormat.ts';

/** Gives `(epoch ms) => «21 нояб. 2026, 14:02:31 МСК»`; '' when the time is not known. */
export function useFiscalTime(): (at: number | null) => string {
  const { date, dayKey, timeSeconds, zoneName } = useFormat();
  return useCallback(
    (at) => (at === null ? '' : `${date(at)} ${dayKey(at).slice(0, 4)}, ${timeSeconds(at)} ${zoneName(at)}`),
    [date, dayKey, timeSeconds, zoneName],
  );
}
