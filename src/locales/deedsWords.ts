/** Words of the rarer deeds and of what is asked before an order is cancelled, in both languages: fetched with their dialogs. */
import { deeds as en } from '#src/locales/en/deeds.ts';
import { deeds as ru } from '#src/locales/ru/deeds.ts';

export const deedsWords = { ru, en };
