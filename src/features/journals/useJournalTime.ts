/** When a record of a journal was made: a journal reaches back for years, so another year than this one is said. */
import { useCallback } from 'react';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';

const MINUTE = 60_000;

/** Gives `day`: (epoch ms) => «21 нояб.» or «21 нояб. 2025», and `moment`, which has the time to the second too. */
export function useJournalTime(): { day: (at: number) => string; moment: (at: number) => string } {
  const { date, dayKey, timeSeconds } = useFormat();
  const year = dayKey(useNow(MINUTE)).slice(0, 4);
  const day = useCallback(
    (at: number) => {
      const its = dayKey(at).slice(0, 4);
      return its === year ? date(at) : `${date(at)} ${its}`;
    },
    [date, dayKey, year],
  );
  const moment = useCallback((at: number) => `${day(at)}, ${timeSeconds(at)}`, [day, timeSeconds]);
  return { day, moment };
}
