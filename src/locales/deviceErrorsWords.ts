/** Words of errors of bank terminals and fiscal recorders, in both languages. */
import { deviceErrors as en } from '#src/locales/en/deviceErrors.ts';
import { deviceErrors as ru } from '#src/locales/ru/deviceErrors.ts';

export const deviceErrorsWords = { ru, en };
