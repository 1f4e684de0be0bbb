/** Words of the list of orders beside the map, in both languages: fetched with the map. */
import { mapOrders as en } from '#src/locales/en/mapOrders.ts';
import { mapOrders as ru } from '#src/locales/ru/mapOrders.ts';

export const mapOrdersWords = { ru, en };
