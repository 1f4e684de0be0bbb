/** Words of positions that were set aside and the refresh, in both languages: fetched with the map. */
import { positions as en } from '#src/locales/en/positions.ts';
import { positions as ru } from '#src/locales/ru/positions.ts';

export const positionsWords = { ru, en };
