/** The colour of a deed's dot: that of the stage which it brought the order to. */
import type { StoryEntry } from '#src/domain/orderStory.ts';

export type StoryTone = 'begin' | 'way' | 'done' | 'over' | 'plain';

const TONES: Record<string, StoryTone> = {
  // iRECA: 7 taken, 9 delivered, 10 closed, 11 cancelled.
  '7': 'way',
  '9': 'done',
  '10': 'done',
  '11': 'over',
  DISTRIBUTED: 'way',
  ISSUED: 'way',
  FINISHED: 'done',
  REFUSED: 'over',
  DELETED: 'over',
};

/** `plain` when no status was set, or one that has no colour. The dot is decoration: the words say it too. */
export function storyTone({ event, changes }: Pick<StoryEntry, 'event' | 'changes'>): StoryTone {
  for (const { after } of changes) {
    if (after.kind !== 'id' || (after.of !== 'delivery' && after.of !== 'kassaStatus')) continue;
    if (Object.hasOwn(TONES, after.id)) return TONES[after.id] ?? 'plain';
  }
  return event === 'create' ? 'begin' : 'plain';
}
