/** The one way to an upstream: fetch with a time limit, every way to fail mapped to a word, no token ever repeated. */
import type { System } from '#src/contracts/feed.ts';
import type { Logger } from '#proxy/logger.ts';
import type { UpstreamResult } from './failure.ts';
import { failed, succeeded } from './failure.ts';
import { withoutWords } from './secrets.ts';

/** Real milliseconds until a call is given up. Lists of ten thousand orders are allowed to take longer. */
export const READ_TIMEOUT_MS = 15_000;
export const LIST_TIMEOUT_MS = 60_000;
export const WRITE_TIMEOUT_MS = 20_000;

export type UpstreamCall = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the base address, beginning with a slash; its parts already encoded. */
  path: string;
  query?: Readonly<Record<string, string>>;
  token?: string | null;
  body?: string;
  contentType?: string;
  timeoutMs: number;
  /** Secrets of this very call: they too must not come back in a message. */
  secrets?: readonly string[];
};

export type UpstreamReply = { status: number; bytes: Buffer };

export type UpstreamClient = (call: UpstreamCall) => Promise<UpstreamResult<UpstreamReply>>;

/** Causes that show that no connection came about. */
const NEVER_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS|CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;

/** Words of an upstream are shown to people, so they are kept short. */
const MESSAGE_LENGTH = 500;

/**
 * A client of one upstream.
 * @param secrets values that must not come back in a message, whatever the upstream writes.
 */
export function createClient(options: {
  system: System;
  baseUrl: string;
  secrets: () => readonly string[];
  logger: Logger;
}): UpstreamClient {
  const { system, baseUrl, secrets, logger } = options;

  function conceal(message: string | null, own: readonly string[] = []): string | null {
    return message && withoutWords(message, [...secrets(), ...own]).slice(0, MESSAGE_LENGTH);
  }

  async function attempt(call: UpstreamCall): Promise<UpstreamResult<UpstreamReply>> {
    const query =
      call.query && Object.keys(call.query).length > 0 ? `?${new URLSearchParams(call.query)}` : '';
    let status: number;
    let bytes: Buffer;
    try {
      const response = await fetch(`${baseUrl}${call.path}${query}`, {
        method: call.method,
        redirect: 'manual',
        signal: AbortSignal.timeout(call.timeoutMs),
        headers: {
          accept: 'application/json',
          ...(call.token && { authorization: `Bearer ${call.token}` }),
          ...(call.body !== undefined && { 'content-type': call.contentType ?? 'application/json' }),
        },
        ...(call.body !== undefined && { body: call.body }),
      });
      status = response.status;
      bytes = Buffer.from(await response.arrayBuffer());
    } catch (error) {
      return failureOf(error);
    }
    const no = errorWords(bytes);
    if (status >= 200 && status < 300 && no === null) return succeeded({ status, bytes });
    return failed(status === 401 ? 'unauthorized' : 'refused', {
      status,
      message: conceal(no ? no.message : messageOf(parsed(bytes)), call.secrets),
      saysNo: no !== null && no.message !== null,
    });
  }

  return async (call) => {
    const started = performance.now();
    const result = await attempt(call);
    logger.debug(
      {
        system,
        method: call.method,
        path: call.path.replace(/\/[^/]*\d[^/]*(?=\/|$)/g, '/…'),
        status: result.ok ? result.value.status : result.failure.status,
        failure: result.ok ? undefined : result.failure.code,
        bytes: result.ok ? result.value.bytes.length : undefined,
        ms: Math.round(performance.now() - started),
      },
      'upstream call',
    );
    return result;
  };
}

function failureOf(error: unknown): UpstreamResult<never> {
  if (error instanceof Error && error.name === 'TimeoutError') return failed('timeout');
  const cause = error instanceof Error ? error.cause : null;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  return failed('unreachable', { sent: !NEVER_SENT.test(code) });
}

const isSpace = (byte: number | undefined) =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** The first byte that is no white space. */
export function firstByte(bytes: Buffer): number | undefined {
  let at = 0;
  while (isSpace(bytes[at])) at += 1;
  return bytes[at];
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return null;
  }
}

/** iRECA says `{"error": true, "message": …}`, whatever the HTTP status (iRECA API text). Null: this is no error. */
function errorWords(bytes: Buffer): { message: string | null } | null {
  if (firstByte(bytes) !== 0x7b || !bytes.includes('"error"')) return null;
  const body = parsed(bytes);
  const isError = typeof body === 'object' && body !== null && 'error' in body && body.error === true;
  return isError ? { message: messageOf(body) } : null;
}

/** `message`, or OAuth's `error_description` and `error`. */
function messageOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null;
  const fields = body as Record<string, unknown>;
  for (const key of ['message', 'error_description', 'error']) {
    const words = fields[key];
    if (typeof words === 'string' && words.trim() !== '') return words.trim();
  }
  return null;
}

/** Reads a body as JSON; an empty one is null, which iRECA and Kassa send on success. */
export function readJson(bytes: Buffer): UpstreamResult<unknown> {
  if (firstByte(bytes) === undefined) return succeeded(null);
  try {
    return succeeded(JSON.parse(bytes.toString('utf8')) as unknown);
  } catch {
    return failed('malformed');
  }
}
