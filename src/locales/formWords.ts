/** Words of the parts of forms, in both languages: fetched with the first form. */
import { form as en } from '#src/locales/en/form.ts';
import { form as ru } from '#src/locales/ru/form.ts';

export const formWords = { ru, en };
