/** Words of the couriers page, in both languages. */
import { couriers as en } from '#src/locales/en/couriers.ts';
import { couriers as ru } from '#src/locales/ru/couriers.ts';

export const couriersWords = { ru, en };
