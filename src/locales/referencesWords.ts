/** Words of the page of a reference list, in both languages. */
import { references as en } from '#src/locales/en/references.ts';
import { references as ru } from '#src/locales/ru/references.ts';

export const referencesWords = { ru, en };
