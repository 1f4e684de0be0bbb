/** What has arrived at a simulated upstream: tests assert on the upstream's side. */

export type RequestEntry = {
  n: number;
  /** Simulated time, epoch ms. */
  at: number;
  method: string;
  /** Without the base prefix: `/orders/multipleUpdate`. */
  path: string;
  /** As in the address, without the question mark: `orderId=209900`. */
  query: string;
  /** Parsed where it is JSON or a form; null when there is none. */
  body: unknown;
  /** What was answered; null while nothing was (hanging, or the connection was cut). */
  status: number | null;
};

export type RequestLog = {
  add: (entry: Omit<RequestEntry, 'n' | 'status'>) => RequestEntry;
  all: () => readonly RequestEntry[];
  clear: () => void;
};

const KEPT = 5_000;

export function createRequestLog(): RequestLog {
  let entries: RequestEntry[] = [];
  let counted = 0;
  return {
    add: (entry) => {
      const numbered = { ...entry, n: ++counted, status: null };
      entries.push(numbered);
      if (entries.length > KEPT) entries.shift();
      return numbered;
    },
    all: () => entries,
    clear: () => {
      entries = [];
    },
  };
}

const MAX_BODY = 200_000;

/** A body as the log keeps it: parsed by `parse` where it is JSON, never a giant one. */
export function readableBody(text: string, contentType: string, parse: (text: string) => unknown): unknown {
  if (text === '') return null;
  if (text.length > MAX_BODY) return `(${text.length} characters)`;
  if (contentType.includes('x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text));
  try {
    return parse(text);
  } catch {
    return text;
  }
}
