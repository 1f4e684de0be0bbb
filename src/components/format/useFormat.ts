/** How times, ages, sums and phones are written on screen: in the configured zone and the chosen language. */
import { useMemo } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { zoneFormatter } from '#src/lib/dates.ts';
import type { ZoneFormatter } from '#src/lib/dates.ts';
import { formatKopecks } from '#src/lib/money.ts';
import { formatPhone } from '#src/lib/phone.ts';
import { useText } from '#src/locales/language.tsx';
import type { Catalogue } from '#src/locales/ru.ts';

export type Format = ZoneFormatter & {
  /** Kopecks → «14 500,00». */
  money: (kopecks: number) => string;
  /** «+7 912 345-67-89», other shapes as they came. */
  phone: (raw: string | null) => string;
  /** A length of time in ms → «40 с», «6 мин», «1 ч 44», «2 дня». */
  ago: (ms: number) => string;
  /** Minutes to the end of the window, signed → «+48 мин», «−18 мин», «+1 ч 44». */
  slack: (minutes: number) => string;
};

const MINUTE = 60_000;

function durationOf(ms: number, words: Catalogue['shell']['ago']): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return words.seconds(seconds);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return words.minutes(minutes);
  if (minutes < 48 * 60) return words.hours(Math.floor(minutes / 60), minutes % 60);
  return words.days(Math.floor(minutes / 1440));
}

/** Everything that turns a value into words, for the zone and language at hand. */
export function formatFor(timeZone: string, text: Catalogue): Format {
  const zone = zoneFormatter(timeZone, text.locale);
  const words = text.shell.ago;
  return {
    ...zone,
    money: (kopecks) => formatKopecks(kopecks, text.locale),
    phone: formatPhone,
    ago: (ms) => durationOf(ms, words),
    slack: (minutes) => {
      const size = Math.abs(minutes);
      const length = size < 60 ? words.minutes(size) : durationOf(size * MINUTE, words);
      return `${minutes < 0 ? '−' : '+'}${length}`;
    },
  };
}

/** `formatFor` with the configured zone and the chosen language. */
export function useFormat(): Format {
  const { timeZone } = useAppConfig();
  const text = useText();
  return useMemo(() => formatFor(timeZone, text), [timeZone, text]);
}
