/** Words of import, export and run sheets, in both languages: fetched with the first of them. */
import { exchange as en } from '#src/locales/en/exchange.ts';
import { exchange as ru } from '#src/locales/ru/exchange.ts';

export const exchangeWords = { ru, en };
