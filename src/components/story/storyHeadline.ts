/** What a deed of a story is called where its fields do not say it. */
import type { StoryEntry } from '#src/domain/orderStory.ts';
import type { story } from '#src/locales/ru/story.ts';

/** Null where the changed fields say it all; an event that we do not know is named as iRECA names it. */
export function storyHeadline(
  { event, eventName, changes }: Pick<StoryEntry, 'event' | 'eventName' | 'changes'>,
  t: Pick<typeof story, 'created' | 'changed' | 'event'>,
): string | null {
  if (event === 'create') return t.created;
  if (event === 'other') return t.event(eventName);
  return changes.length === 0 ? t.changed : null;
}
