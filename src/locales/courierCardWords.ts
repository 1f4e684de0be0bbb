/** Words of the chosen courier beside the map, in both languages: fetched with the map. */
import { courierCard as en } from '#src/locales/en/courierCard.ts';
import { courierCard as ru } from '#src/locales/ru/courierCard.ts';

export const courierCardWords = { ru, en };
