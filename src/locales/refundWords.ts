/** Words of giving back goods and money, fetched with that screen. */
import { refund as en } from '#src/locales/en/refund.ts';
import { refund as ru } from '#src/locales/ru/refund.ts';

export const refundWords = { ru, en };
