/** The log: structured lines that never hold a token, password, phone, name, address or cookie. */
import type { DestinationStream, Logger } from 'pino';
import { pino } from 'pino';

export type { Logger };

/** Second line of defence: what must never be logged, should somebody try. The first line is to log no bodies at all. */
const NEVER = [
  'password',
  'token',
  'secret',
  'cookie',
  'authorization',
  'phone',
  'login',
  'username',
  'name',
  'address',
  'body',
];

/** @param destination where lines go; standard output when not given. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      redact: { paths: NEVER.flatMap((key) => [key, `*.${key}`]), censor: '[hidden]' },
      serializers: { err: errorFields },
    },
    destination,
  );
}

/** Words of these may quote the text that was being read, which may be anybody's order. */
const QUOTING = new Set(['SyntaxError', 'ZodError', '$ZodError']);

/** What is logged of an error: its kind, its words when they cannot quote data, and where it came from. */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return {
    kind: error.name,
    code,
    message: QUOTING.has(error.name) ? undefined : error.message,
    at: frames.slice(0, 8).map((line) => line.trim()),
  };
}
