/** Words of the form of a record, in both languages. */
import { recordForm as en } from '#src/locales/en/recordForm.ts';
import { recordForm as ru } from '#src/locales/ru/recordForm.ts';

export const recordFormWords = { ru, en };
