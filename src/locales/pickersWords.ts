/** Words of choosing an order or a courier by typing, in both languages. */
import { pickers as en } from '#src/locales/en/pickers.ts';
import { pickers as ru } from '#src/locales/ru/pickers.ts';

export const pickersWords = { ru, en };
