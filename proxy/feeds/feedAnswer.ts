/** Answers of a feed: serialised once per (since, revision) and shared by all browsers that hold the same version. */
import type { Body } from '#proxy/http/body.ts';
import { createBody } from '#proxy/http/body.ts';
import type { Feed } from './feed.ts';

/** @param nextAt when the upstreams are asked next, epoch ms. */
export type FeedAnswers = (since: string | null, nextAt: number | null) => Body;

const MAX_ANSWERS = 64;
/** A browser sends back what it was given; anything longer is none of ours. */
const MAX_SINCE = 64;

export function createFeedAnswers(feed: Feed): FeedAnswers {
  const kept = new Map<string, Body>();
  let revision = -1;

  function answer(since: string | null, nextAt: number | null): Body {
    if (revision !== feed.revision()) {
      kept.clear();
      revision = feed.revision();
    }
    const from = since !== null && since.length <= MAX_SINCE ? since : null;
    const key = `${nextAt} ${from ?? ''}`;
    const known = kept.get(key);
    if (known) return known;
    const changes = feed.changesSince(from);
    // A version that nobody knows is answered like none: one answer for however many of them are made up.
    if (changes.full && from !== null) return answer(null, nextAt);
    const body = createBody(serialise(feed, changes, nextAt));
    if (kept.size >= MAX_ANSWERS) kept.delete(kept.keys().next().value ?? '');
    kept.set(key, body);
    return body;
  }
  return answer;
}

const COMMA = Buffer.from(',');
const END = Buffer.from(']}');

/** Records are already text: only the frame around them is made here. */
function serialise(
  feed: Feed,
  { full, changed, removed }: ReturnType<Feed['changesSince']>,
  nextAt: number | null,
): Buffer {
  const frame = JSON.stringify({
    version: feed.version(),
    full,
    asOf: feed.asOf,
    nextAt,
    problems: [...feed.problems.values()],
    removed,
  });
  const parts: Buffer[] = [Buffer.from(`${frame.slice(0, -1)},"changed":[`)];
  for (const [index, record] of changed.entries()) {
    if (index > 0) parts.push(COMMA);
    parts.push(record);
  }
  parts.push(END);
  return Buffer.concat(parts);
}
