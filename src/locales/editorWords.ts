/** Words of the form of an iRECA order, fetched with it. */
import { editor as en } from '#src/locales/en/editor.ts';
import { editor as ru } from '#src/locales/ru/editor.ts';

export const editorWords = { ru, en };
