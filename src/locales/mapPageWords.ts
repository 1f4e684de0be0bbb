/** Words of the map's page, in both languages: fetched with the map. */
import { mapPage as en } from '#src/locales/en/mapPage.ts';
import { mapPage as ru } from '#src/locales/ru/mapPage.ts';

export const mapPageWords = { ru, en };
