/** Words of the courier's track, in both languages: fetched with the map. */
import { track as en } from '#src/locales/en/track.ts';
import { track as ru } from '#src/locales/ru/track.ts';

export const trackWords = { ru, en };
