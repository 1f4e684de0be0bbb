/** Words of sounds, browser notifications and their switches, in both languages. */
import { notices as en } from '#src/locales/en/notices.ts';
import { notices as ru } from '#src/locales/ru/notices.ts';

export const noticesWords = { ru, en };
