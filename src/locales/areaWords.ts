/** Words of selecting by area, in both languages: fetched with the map. */
import { area as en } from '#src/locales/en/area.ts';
import { area as ru } from '#src/locales/ru/area.ts';

export const areaWords = { ru, en };
