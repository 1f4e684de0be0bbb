/** Callbacks that iRECA makes to URLs registered with it: a changed order, a closed session of a courier. */
import { refusal } from '../control/refusal.ts';
import { isRow, readFlag, requireFields } from './looseValues.ts';

export type CallbackKind = 'orders' | 'licenses';

export type Callbacks = {
  /** Takes `{url, isActive}`. Refuses anything else. */
  register: (kind: CallbackKind, body: unknown) => void;
  /** Sends when somebody is registered. The same `key` waiting already is sent once, in its latest form. */
  send: (kind: CallbackKind, key: string, body: () => unknown) => void;
  close: () => void;
};

const TIMEOUT_MS = 2_000;
/** A receiver that is down must not make the queue grow without end. */
const MAX_WAITING = 1_000;

/** One request at a time, in order; a failure is forgotten, as the real one forgets it. */
export function createCallbacks(): Callbacks {
  const urls = new Map<CallbackKind, string>();
  const waiting = new Map<string, { kind: CallbackKind; body: () => unknown }>();
  let busy = false;
  let closed = false;

  const work = async () => {
    if (busy) return;
    busy = true;
    while (!closed) {
      const next = waiting.entries().next().value;
      if (!next) break;
      const [key, { kind, body }] = next;
      waiting.delete(key);
      const url = urls.get(kind);
      if (!url) continue;
      await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body()),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      }).then(
        (response) => response.body?.cancel(),
        () => undefined,
      );
    }
    busy = false;
  };

  return {
    register: (kind, body) => {
      if (!isRow(body)) throw refusal('Неверный формат запроса.');
      requireFields(body, ['url', 'isActive']);
      if (!URL.canParse(String(body.url))) throw refusal('Неверный формат значения «url».');
      if (readFlag(body.isActive)) urls.set(kind, String(body.url));
      else urls.delete(kind);
    },
    send: (kind, key, body) => {
      if (!urls.has(kind) || closed) return;
      waiting.set(`${kind}|${key}`, { kind, body });
      const [oldest] = waiting.keys();
      if (waiting.size > MAX_WAITING && oldest !== undefined) waiting.delete(oldest);
      void work();
    },
    close: () => {
      closed = true;
      waiting.clear();
    },
  };
}
