/** How the two callbacks stand: what iRECA was told last, and what came of it. Outlives a restart. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CallbackKind, CallbacksAnswer, CallbackState } from '#src/contracts/callbacks.ts';
import { callWorthSchema } from '#src/contracts/callbacks.ts';
import type { Clock } from '#proxy/clock.ts';
import type { KeptFile } from '#proxy/keptFile.ts';

export type CallWorth = NonNullable<CallbackState['lastCallWorth']>;

export type CallbackStates = {
  /** A call with the right secret came. */
  called(kind: CallbackKind, worth: CallWorth): void;
  /** iRECA accepted that it is switched. Resolves when that is kept. */
  switched(kind: CallbackKind, isActive: boolean, login: string): Promise<void>;
  of(kind: CallbackKind): CallbackState;
  /** The whole address that iRECA is to call, secret included; null = settings are missing. */
  url(kind: CallbackKind): string | null;
  missing: CallbacksAnswer['missing'];
  /** Keeps what is not kept yet. */
  stop(): Promise<void>;
};

/** A call is not worth a file: the time of the last one is kept this much later. */
const KEEP_AFTER_MS = 60_000;
const DOTS = '…';

const keptSchema = z.object({
  state: z.enum(['on', 'off', 'unknown']),
  switchedAt: z.number().nullable(),
  /** A login. */
  switchedBy: z.string().nullable(),
  /** Of the address it was switched on with: the address itself holds the secret. */
  mark: z.string().nullable(),
  lastCallAt: z.number().nullable(),
  lastCallWorth: z.enum(callWorthSchema.options).nullable(),
});
type Kept = z.infer<typeof keptSchema>;
const fileSchema = z.object({ format: z.literal(1), orders: keptSchema, licenses: keptSchema });

const NOTHING: Kept = {
  state: 'unknown',
  switchedAt: null,
  switchedBy: null,
  mark: null,
  lastCallAt: null,
  lastCallWorth: null,
};

const markOf = (url: string) => createHash('sha256').update(url).digest('base64url').slice(0, 27);

/** @param nameOf the name of whoever has this login; null = nobody has it any more. */
export function createCallbackStates(parts: {
  clock: Clock;
  file: KeptFile;
  publicUrl: string | null;
  secret: string | null;
  nameOf: (login: string) => string | null;
}): CallbackStates {
  const { clock, file, publicUrl, secret, nameOf } = parts;
  const read = file.read((json) => fileSchema.parse(json));
  const kept: Record<CallbackKind, Kept> = read ?? { orders: NOTHING, licenses: NOTHING };
  const calls: Record<CallbackKind, number> = { orders: 0, licenses: 0 };
  let cancel: (() => void) | null = null;
  let stopped = false;
  let writing: Promise<unknown> = Promise.resolve();

  const missing: CallbackStates['missing'] = [];
  if (publicUrl === null) missing.push('PUBLIC_URL');
  if (secret === null) missing.push('CALLBACK_SECRET');

  const addressOf = (kind: CallbackKind, last: string) => `${publicUrl}/callbacks/ireca/${kind}/${last}`;
  const url = (kind: CallbackKind) =>
    missing.length > 0 || secret === null ? null : addressOf(kind, secret);

  async function keep(): Promise<void> {
    cancel?.();
    cancel = null;
    writing = file.write([JSON.stringify({ format: 1, ...kept })]);
    await writing;
  }

  return {
    missing,
    url,
    called(kind, worth) {
      calls[kind] += 1;
      kept[kind] = { ...kept[kind], lastCallAt: clock.now(), lastCallWorth: worth };
      if (!stopped) cancel ??= clock.after(KEEP_AFTER_MS, keep);
    },
    async switched(kind, isActive, login) {
      const now = url(kind);
      const mark = isActive && now !== null ? markOf(now) : null;
      const state = isActive ? 'on' : 'off';
      kept[kind] = { ...kept[kind], state, switchedAt: clock.now(), switchedBy: login, mark };
      await keep();
    },
    of(kind) {
      const { state, switchedAt, switchedBy, mark, lastCallAt, lastCallWorth } = kept[kind];
      const now = url(kind);
      return {
        state,
        switchedAt,
        switchedBy: switchedBy === null ? null : nameOf(switchedBy) || switchedBy,
        outdated: state === 'on' && (now === null || markOf(now) !== mark),
        url: now === null ? null : addressOf(kind, DOTS),
        lastCallAt,
        lastCallWorth,
        calls: calls[kind],
      };
    },
    async stop() {
      stopped = true;
      // The process ends next, and would cut off what is half written.
      await (cancel ? keep() : writing);
    },
  };
}
