/** What the lists of iRECA and their fields are called, in both languages. */
import { records as en } from '#src/locales/en/records.ts';
import { records as ru } from '#src/locales/ru/records.ts';

export const recordsWords = { ru, en };
