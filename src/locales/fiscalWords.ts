/** Words of fiscal documents in both languages; fetched with the screens that show them. */
import { fiscal as en } from '#src/locales/en/fiscal.ts';
import { fiscal as ru } from '#src/locales/ru/fiscal.ts';

export const fiscalWords = { ru, en };
