/** Sends a command and reads how each order ended, line by line, through every break of the connection. */
import { ApiError, send } from '#src/api/http.ts';
import type { Command, OutcomeLine } from '#src/contracts/command.ts';
import { outcomeLineSchema } from '#src/contracts/command.ts';

/** Why nothing comes for the moment. `until`: epoch ms of the next try; null while only a new session can help. */
export type CommandWait = { why: 'connection' | 'session' | 'throttled'; until: number | null };

export type RunCommandOptions = {
  /** Called once per order, in the order in which the proxy settled them. */
  onLine: (line: OutcomeLine) => void;
  /** Told why nothing comes, and null as soon as the proxy answers again. */
  onWait?: (wait: CommandWait | null) => void;
  /** Resolves when asking again may help after a 401. Without it the proxy is simply asked again now and then. */
  signedInAgain?: (signal: AbortSignal) => Promise<void>;
  /** Aborted = the dispatcher waits no longer. What the proxy has begun it still finishes. */
  signal?: AbortSignal;
  /** Times in ms; tests make them short. */
  pace?: Partial<typeof PACE>;
};

const PACE = {
  firstRetry: 500,
  longestRetry: 15_000,
  /** A connection that is silent for so long is taken for dead (a laptop that slept, Wi-Fi that went). */
  silence: 45_000,
  session: 20_000,
};

/** Answers after which asking again with the same id may well succeed. */
const PASSING = new Set(['offline', 'stopping', 'upstreamTimeout', 'upstreamUnreachable']);
const INTERNAL_ERRORS_BORNE = 3;

const NEVER = new AbortController().signal;

/**
 * Posts `command` and reports every target's line once. Whenever the connection breaks first, the SAME command id is
 * posted again: the proxy repeats the answer, never the deed. Resolves when every target has its line.
 * @throws {ApiError} when asking again cannot help: 400, 403, 413, a line that is not of its shape.
 * @throws the signal's reason when the dispatcher gives up.
 */
export async function runCommand(command: Command, options: RunCommandOptions): Promise<void> {
  const { onLine, onWait, signedInAgain, signal = NEVER } = options;
  const pace = { ...PACE, ...options.pace };
  const missing = new Set(command.targets.map((target) => `${target.system}:${target.id}`));
  let fruitless = 0;
  let internalErrors = 0;

  for (;;) {
    const missingBefore = missing.size;
    let throttled: number | null = null;
    let signedOut = false;
    try {
      await readAnswer(command, signal, pace.silence, (line) => {
        onWait?.(null);
        if (missing.delete(line.key)) onLine(line);
        return missing.size > 0;
      });
      if (missing.size === 0) return;
    } catch (error) {
      signal.throwIfAborted();
      if (missing.size === 0) return;
      if (error instanceof ApiError) {
        if (error.code === 'internal') internalErrors += 1;
        throttled = error.code === 'throttled' ? (error.retryAfter ?? 5) * 1000 : null;
        signedOut = error.code === 'unauthenticated';
        if (throttled === null && !signedOut && !mayPass(error, internalErrors)) throw error;
      }
    }

    fruitless = missing.size < missingBefore ? 0 : fruitless + 1;
    if (signedOut && signedInAgain) {
      onWait?.({ why: 'session', until: null });
      await Promise.race([signedInAgain(signal), pause(pace.session, signal)]);
    } else {
      const backOff = Math.min(pace.longestRetry, pace.firstRetry * 2 ** Math.min(fruitless, 10));
      const wait = throttled ?? (signedOut ? pace.session : backOff);
      const why = throttled !== null ? 'throttled' : signedOut ? 'session' : 'connection';
      onWait?.({ why, until: Date.now() + wait });
      await pause(wait, signal);
    }
    signal.throwIfAborted();
  }
}

function mayPass(error: ApiError, internalErrors: number): boolean {
  if (PASSING.has(error.code)) return true;
  if (error.code === 'internal') return internalErrors <= INTERNAL_ERRORS_BORNE;
  // A gateway between us and the proxy that answers with a page of its own.
  return error.code === 'badAnswer' && error.status >= 500;
}

/** One attempt. `take` says whether more lines are wanted. Returns when the answer ends; throws when it breaks. */
async function readAnswer(
  command: Command,
  signal: AbortSignal,
  silenceMs: number,
  take: (line: OutcomeLine) => boolean,
): Promise<void> {
  const attempt = new AbortController();
  const stop = () => attempt.abort(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  let silence = setTimeout(() => attempt.abort(), silenceMs);
  try {
    signal.throwIfAborted();
    const response = await send('/api/commands', { method: 'POST', body: command, signal: attempt.signal });
    if (!response.body) throw new ApiError('badAnswer', { status: response.status });
    for await (const text of lines(response.body)) {
      clearTimeout(silence);
      silence = setTimeout(() => attempt.abort(), silenceMs);
      if (!take(parseLine(text))) break;
    }
  } finally {
    clearTimeout(silence);
    signal.removeEventListener('abort', stop);
  }
}

/** Whole lines of a body, however the network cut it. What follows the last line end is a line only if it is whole. */
async function* lines(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let held = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const parts = (held + value).split('\n');
      held = parts.pop() ?? '';
      for (const part of parts) if (part.trim() !== '') yield part;
    }
    if (held.trim() !== '' && isJson(held)) yield held;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function parseLine(text: string): OutcomeLine {
  const parsed = outcomeLineSchema.safeParse(isJson(text) ? JSON.parse(text) : undefined);
  if (parsed.success) return parsed.data;
  throw new ApiError('badAnswer', { status: 200, message: parsed.error.message });
}

/** Resolves after `ms`, at once when the browser says that it is online again, or when `signal` is aborted. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      globalThis.removeEventListener?.('online', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { once: true });
    globalThis.addEventListener?.('online', end);
    if (signal.aborted) end();
  });
}
