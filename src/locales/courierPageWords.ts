/** Words of one courier's page, in both languages. */
import { courierPage as en } from '#src/locales/en/courierPage.ts';
import { courierPage as ru } from '#src/locales/ru/courierPage.ts';

export const courierPageWords = { ru, en };
