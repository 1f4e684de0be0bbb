/** What a deed is called where its fields do not say it. */
import { expect, it } from 'vitest';
import type { StoryEntry } from '#src/domain/orderStory.ts';
import { story } from '#src/locales/ru/story.ts';
import { storyHeadline } from './storyHeadline.ts';

const CHANGE: StoryEntry['changes'][number] = {
  field: 'comment',
  before: { kind: 'nothing' },
  after: { kind: 'text', text: 'Домофон не работает' },
};

it.each([
  ['create', 'create', [], 'Заказ создан'],
  ['create', 'create', [CHANGE], 'Заказ создан'],
  ['update', 'update', [CHANGE], null],
  ['update', 'update', [], 'Заказ изменён'],
  ['other', 'archive', [CHANGE], 'Событие «archive»'],
] as const)('%s «%s» of %j: %s', (event, eventName, changes, said) => {
  expect(storyHeadline({ event, eventName, changes: [...changes] }, story)).toBe(said);
});
