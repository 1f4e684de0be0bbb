/** Words of pasting a table into a list, in both languages. */
import { recordPaste as en } from '#src/locales/en/recordPaste.ts';
import { recordPaste as ru } from '#src/locales/ru/recordPaste.ts';

export const recordPasteWords = { ru, en };
