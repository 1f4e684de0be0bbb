/** Words of the matrix of roles and rights, in both languages. */
import { rights as en } from '#src/locales/en/rights.ts';
import { rights as ru } from '#src/locales/ru/rights.ts';

export const rightsWords = { ru, en };
