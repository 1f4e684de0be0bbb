/** Words of the warehouses page, in both languages. */
import { warehouses as en } from '#src/locales/en/warehouses.ts';
import { warehouses as ru } from '#src/locales/ru/warehouses.ts';

export const warehousesWords = { ru, en };
