/** Words of receipts, in both languages. */
import { receipts as en } from '#src/locales/en/receipts.ts';
import { receipts as ru } from '#src/locales/ru/receipts.ts';

export const receiptsWords = { ru, en };
