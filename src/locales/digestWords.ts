/** Words of «Что изменилось» and «Смена», in both languages. */
import { digest as en } from '#src/locales/en/digest.ts';
import { digest as ru } from '#src/locales/ru/digest.ts';

export const digestWords = { ru, en };
