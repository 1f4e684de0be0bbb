/** Words of the menu of a pin, in both languages: fetched with the map. */
import { pinMenu as en } from '#src/locales/en/pinMenu.ts';
import { pinMenu as ru } from '#src/locales/ru/pinMenu.ts';

export const pinMenuWords = { ru, en };
