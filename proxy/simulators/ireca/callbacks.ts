/** Callbacks that iRECA makes to URLs registered with it: a changed order, a closed session of a courier. */
import { refusal } from '../control/refusal.ts';
import { isRow, readFlag, requireFields } from './looseValues.ts';

export type CallbackKind = 'orders' | 'licenses';

/** A callback as it was registered; `isActive` 0 = it was switched off again. */
export type Registration = { kind: CallbackKind; url: string; isActive: 0 | 1 };

export type Callbacks = {
  /** Takes `{url, isActive}`. Refuses anything else. */
  register: (kind: CallbackKind, body: unknown) => void;
  /** Sends when somebody is registered. The same `key` waiting already is sent once, in its latest form. */
  send: (kind: CallbackKind, key: string, body: () => unknown) => void;
  /** What is registered, each kind once. */
  registered: () => Registration[];
  /** Calls at once, past the queue; gives the status that was answered, null = none was, or nobody is registered. */
  fire: (kind: CallbackKind, body: unknown) => Promise<number | null>;
  close: () => void;
};

const TIMEOUT_MS = 2_000;
/** A receiver that is down must not make the queue grow without end. */
const MAX_WAITING = 1_000;

/** One request at a time, in order; a failure is forgotten, as the real one forgets it. */
export function createCallbacks(): Callbacks {
  const registrations = new Map<CallbackKind, Registration>();
  const waiting = new Map<string, { kind: CallbackKind; body: () => unknown }>();
  let busy = false;
  let closed = false;

  const urlOf = (kind: CallbackKind): string | undefined => {
    const known = registrations.get(kind);
    return known?.isActive ? known.url : undefined;
  };

  const fire = async (kind: CallbackKind, body: unknown): Promise<number | null> => {
    const url = urlOf(kind);
    if (url === undefined) return null;
    return fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).then(
      async (response) => (await response.body?.cancel(), response.status),
      () => null,
    );
  };

  const work = async () => {
    if (busy) return;
    busy = true;
    while (!closed) {
      const next = waiting.entries().next().value;
      if (!next) break;
      const [key, { kind, body }] = next;
      waiting.delete(key);
      if (urlOf(kind) !== undefined) await fire(kind, body());
    }
    busy = false;
  };

  return {
    register: (kind, body) => {
      if (!isRow(body)) throw refusal('Неверный формат запроса.');
      requireFields(body, ['url', 'isActive']);
      if (!URL.canParse(String(body.url))) throw refusal('Неверный формат значения «url».');
      registrations.set(kind, { kind, url: String(body.url), isActive: readFlag(body.isActive) ? 1 : 0 });
    },
    send: (kind, key, body) => {
      if (urlOf(kind) === undefined || closed) return;
      waiting.set(`${kind}|${key}`, { kind, body });
      const [oldest] = waiting.keys();
      if (waiting.size > MAX_WAITING && oldest !== undefined) waiting.delete(oldest);
      void work();
    },
    registered: () => [...registrations.values()],
    fire,
    close: () => {
      closed = true;
      waiting.clear();
    },
  };
}
