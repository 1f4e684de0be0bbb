/** Words of everything that copies to the clipboard, in both languages. */
import { copy as en } from '#src/locales/en/copy.ts';
import { copy as ru } from '#src/locales/ru/copy.ts';

export const copyWords = { ru, en };
