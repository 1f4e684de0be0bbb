/** Words of layers, full screen and the ground, in both languages: fetched with the map. */
import { mapTools as en } from '#src/locales/en/mapTools.ts';
import { mapTools as ru } from '#src/locales/ru/mapTools.ts';

export const mapToolsWords = { ru, en };
