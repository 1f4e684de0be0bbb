/** Words of the form of a new order of the cash desk, fetched with it. */
import { kassaEditor as en } from '#src/locales/en/kassaEditor.ts';
import { kassaEditor as ru } from '#src/locales/ru/kassaEditor.ts';

export const kassaEditorWords = { ru, en };
