/** How a card writes counts, sums and moments. */
import { useMemo } from 'react';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Format } from '#src/components/format/useFormat.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';

export type CardFormat = Format & {
  /** Kopecks → «679,57 ₽». */
  sum: (kopecks: number) => string;
  /** A count or a weight: up to three decimals. */
  count: (value: number) => string;
  /** A moment, or null where there is none. */
  moment: (ms: number | null) => string | null;
  yesNo: (flag: boolean) => string;
};

export function useCardFormat(): CardFormat {
  const format = useFormat();
  const { locale } = useText();
  const t = useWords(orderWords);
  return useMemo(() => {
    const counts = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
    return {
      ...format,
      sum: (kopecks) => `${kopecks < 0 ? '−' : ''}${format.money(Math.abs(kopecks))}\u00a0${t.rouble}`,
      count: (value) => counts.format(value),
      moment: (ms) => (ms === null ? null : format.dateTime(ms)),
      yesNo: (flag) => (flag ? t.yes : t.no),
    };
  }, [format, locale, t]);
}

/** The word for a code; undefined when there is none. */
export const wordFor = (words: Partial<Record<string, string>>, code: string): string | undefined =>
  Object.hasOwn(words, code) ? words[code] : undefined;
