/** A moment in words: today its time alone, else with its day. */
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';

/** `seconds`: to the second. Epoch ms. */
export function useMoment(): (at: number, seconds?: boolean) => string {
  const { dayKey, date, dateTime, time, timeSeconds } = useFormat();
  const today = dayKey(useNow(60_000));
  return (at, seconds = false) => {
    if (!seconds) return dayKey(at) === today ? time(at) : dateTime(at);
    return dayKey(at) === today ? timeSeconds(at) : `${date(at)} ${timeSeconds(at)}`;
  };
}
