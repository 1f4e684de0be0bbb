/** Words of one order's card, in both languages: fetched with the card. */
import { order as en } from '#src/locales/en/order.ts';
import { order as ru } from '#src/locales/ru/order.ts';

export const orderWords = { ru, en };
export type OrderWords = typeof ru;
