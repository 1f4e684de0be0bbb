/** Words of the settings pages, in both languages. */
import { settings as en } from '#src/locales/en/settings.ts';
import { settings as ru } from '#src/locales/ru/settings.ts';

export const settingsWords = { ru, en };
