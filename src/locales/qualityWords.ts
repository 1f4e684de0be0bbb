/** Words of the data quality page, in both languages. */
import { quality as en } from '#src/locales/en/quality.ts';
import { quality as ru } from '#src/locales/ru/quality.ts';

export const qualityWords = { ru, en };
