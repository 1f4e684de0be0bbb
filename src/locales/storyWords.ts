/** Words of an order's story in both languages; fetched with the card. */
import { story as en } from '#src/locales/en/story.ts';
import { story as ru } from '#src/locales/ru/story.ts';

export const storyWords = { ru, en };
