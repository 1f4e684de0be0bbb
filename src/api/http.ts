/** The one way to reach the server: same-origin fetch, every answer parsed, every failure an `ApiError`. */
import type { ApiErrorCode } from '#src/contracts/apiError.ts';
import { apiErrorSchema } from '#src/contracts/apiError.ts';
import type { System } from '#src/contracts/feed.ts';

/** Codes of the proxy, plus the two that only a browser can see. */
export type FailureCode = ApiErrorCode | 'offline' | 'badAnswer';

/** A failed call: whose failure it is (`system`, null = Pult's own), and the upstream's own words if it sent any. */
export class ApiError extends Error {
  readonly code: FailureCode;
  readonly status: number;
  readonly system: System | null;
  /** Seconds to wait before trying again, when the proxy said so. */
  readonly retryAfter: number | null;
  /** The proxy knows that nothing was sent to the system: nothing can have been written. */
  readonly unsent: boolean;

  constructor(
    code: FailureCode,
    details: {
      status?: number;
      system?: System | null;
      message?: string | null;
      retryAfter?: number | null;
      unsent?: boolean | undefined;
    } = {},
  ) {
    super(details.message ?? '');
    this.name = 'ApiError';
    this.code = code;
    this.status = details.status ?? 0;
    this.system = details.system ?? null;
    this.retryAfter = details.retryAfter ?? null;
    this.unsent = details.unsent ?? false;
  }
}

/** Anything with zod's `safeParse`. */
export type Parser<T> = {
  safeParse(input: unknown): { success: true; data: T } | { success: false; error: { message: string } };
};

type RequestOptions = {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  /** The `ETag` of what the dispatcher had before them: a write over something newer is refused (`stale`). */
  ifMatch?: string;
  signal?: AbortSignal;
};

const listeners = new Set<() => void>();

/** Calls `listener` whenever the proxy says that the session is over; returns how to stop. */
export function onSessionLost(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

type WriteListener = (path: string, ended: boolean) => void;
const writeListeners = new Set<WriteListener>();

/** Calls `listener` when this tab begins to write to a path (with its query), and when that ended, however; returns how to stop. */
export function onWrite(listener: WriteListener): () => void {
  writeListeners.add(listener);
  return () => writeListeners.delete(listener);
}

/**
 * Sends a request and gives the raw answer once it is known to be a success.
 * @throws {ApiError} for every other answer, and `offline` when none came.
 */
export async function send(
  path: string,
  { method = 'GET', body, ifMatch, signal }: RequestOptions = {},
): Promise<Response> {
  let response: Response;
  const tell = (ended: boolean) => {
    if (method !== 'GET') for (const listener of writeListeners) listener(path, ended);
  };
  tell(false);
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      ...(body !== undefined && { body: JSON.stringify(body) }),
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
      },
      ...(signal && { signal }),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError('offline');
  } finally {
    tell(true);
  }
  if (response.ok) return response;
  throw await errorFrom(response);
}

async function errorFrom(response: Response): Promise<ApiError> {
  const parsed = apiErrorSchema.safeParse(await response.json().catch(() => null));
  if (!parsed.success) return new ApiError('badAnswer', { status: response.status });
  const { code, ...details } = parsed.data.error;
  if (code === 'unauthenticated') for (const listener of listeners) listener();
  return new ApiError(code, { ...details, status: response.status });
}

/**
 * Sends a request and parses the JSON answer.
 * @throws {ApiError} also `badAnswer`, when the answer is not of its shape.
 */
export async function request<T>(path: string, parser: Parser<T>, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options);
  const json: unknown = await response.json().catch(() => undefined);
  const parsed = parser.safeParse(json);
  if (!parsed.success) {
    throw new ApiError('badAnswer', { status: response.status, message: parsed.error.message });
  }
  return parsed.data;
}
