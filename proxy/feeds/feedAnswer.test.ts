import { expect, it } from 'vitest';
import { createFeed } from './feed.ts';
import { createFeedAnswers } from './feedAnswer.ts';

it('is one and the same for all versions that nobody knows', () => {
  const feed = createFeed();
  const answers = createFeedAnswers(feed);
  const whole = answers(null, null);
  for (const since of ['x1', 'x2', 'another-run.7']) expect(answers(since, null)).toBe(whole);
  expect(answers(feed.version(), null)).not.toBe(whole);
  feed.moved();
  expect(answers('x1', null)).toBe(answers(null, null));
});
