/** A delivery window in words: «14:00–15:00», with its day when that is not today. */
import { useCallback } from 'react';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { useText } from '#src/locales/language.tsx';

/** Epoch ms; null = not known. */
export type AnyWindow = { from: number | null; to: number | null };

/** @returns a function that gives '' for a window of which nothing is known. */
export function useWindowWords(): (window: AnyWindow) => string {
  const t = useText().orders.table;
  const format = useFormat();
  const now = useNow(60_000);
  return useCallback(
    ({ from, to }) => {
      const day = to ?? from;
      if (day === null) return '';
      const hours =
        to === null
          ? format.time(day)
          : from === null
            ? t.until(format.time(to))
            : `${format.time(from)}–${format.time(to)}`;
      const date = format.date(from ?? day);
      return date === format.date(now) ? hours : `${date}, ${hours}`;
    },
    [format, now, t],
  );
}
