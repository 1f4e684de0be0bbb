/** Words of journals, in both languages. */
import { journals as en } from '#src/locales/en/journals.ts';
import { journals as ru } from '#src/locales/ru/journals.ts';

export const journalsWords = { ru, en };
