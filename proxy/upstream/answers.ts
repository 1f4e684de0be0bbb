/** How the pass-through answers a browser: secrets out, records with their tags, every end of a write in its own words. */
import type { Context } from 'hono';
import type { System } from '#src/contracts/feed.ts';
import type { Body } from '#proxy/http/body.ts';
import { createBody, sendJson } from '#proxy/http/body.ts';
import type { AppEnv } from '#proxy/http/env.ts';
import { refuse, refuseUpstream } from '#proxy/http/refuse.ts';
import { recordTag } from './recordTag.ts';
import { withoutSecrets } from './secrets.ts';
import type { Written } from './writeTurns.ts';

export type Answers = {
  send(c: Context<AppEnv>, value: unknown): Promise<Response>;
  /** One record carries its tag: a change of it must name the reading it was made from. */
  sendRecord(c: Context<AppEnv>, value: unknown): Promise<Response>;
  /** @param give how the record of a write that was done is answered. */
  ended(
    c: Context<AppEnv>,
    system: System,
    written: Written,
    give: (c: Context<AppEnv>, record: unknown) => Promise<Response>,
  ): Promise<Response>;
};

export function createAnswers(): Answers {
  /** A remembered answer is cleaned, written and compressed once, not once per browser. */
  const bodies = new WeakMap<object, Body>();

  function bodyOf(value: unknown): Body {
    const known = typeof value === 'object' && value !== null ? bodies.get(value) : undefined;
    if (known) return known;
    const body = createBody(JSON.stringify(withoutSecrets(value)));
    if (typeof value === 'object' && value !== null) bodies.set(value, body);
    return body;
  }

  const send: Answers['send'] = (c, value) => sendJson(c, bodyOf(value));

  return {
    send,
    sendRecord(c, value) {
      const record: unknown = Array.isArray(value) ? (value as unknown[])[0] : value;
      if (record !== null && record !== undefined) c.header('etag', recordTag(record));
      return send(c, value);
    },
    async ended(c, system, written, give) {
      switch (written.end) {
        case 'stopping':
          return refuse(c, 'stopping');
        case 'stale':
          return refuse(c, 'stale', { system });
        case 'lacking':
          return refuse(c, 'invalid', { message: `${written.at}: required` });
        case 'failed':
          return refuseUpstream(c, system, written.failure);
        case 'done':
          return give(c, written.record);
      }
    },
  };
}
