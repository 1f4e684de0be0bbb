/** Reads a request's JSON body: bounded, and of its shape or refused with the place that is wrong. */
import type { Context } from 'hono';
import { refuse } from './refuse.ts';

/** Any zod schema. */
type Schema<T> = {
  safeParse(
    input: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: PropertyKey[]; code?: string | undefined }[] } };
};

export type ReadBody<T> = { ok: true; value: T } | { ok: false; refusal: Response };

/**
 * The bytes of a body; null when it is longer than `limit` (whatever its `Content-Length` says), or when `late` came before
 * its end.
 */
export async function readBounded(c: Context, limit: number, late?: AbortSignal): Promise<Buffer | null> {
  if (Number(c.req.header('content-length') ?? 0) > limit) return null;
  const stream = c.req.raw.body;
  if (!stream) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  const giveUp = () => void reader.cancel().catch(() => undefined);
  late?.addEventListener('abort', giveUp, { once: true });
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > limit) {
        await reader.cancel();
        return null;
      }
      chunks.push(part.value);
    }
  } finally {
    late?.removeEventListener('abort', giveUp);
  }
  return late?.aborted ? null : Buffer.concat(chunks);
}

/** Never repeats a value of the body: only where it is wrong, and what was expected there. */
export async function readBody<T>(c: Context, schema: Schema<T>, limit: number): Promise<ReadBody<T>> {
  const bytes = await readBounded(c, limit);
  if (!bytes) return { ok: false, refusal: refuse(c, 'tooLarge') };
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    return { ok: false, refusal: refuse(c, 'invalid', { message: 'no JSON' }) };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const message = parsed.error.issues
    .map((issue) => `${issue.path.map(String).join('.') || 'body'}: ${issue.code}`)
    .join(', ');
  return { ok: false, refusal: refuse(c, 'invalid', { message: message.slice(0, 500) }) };
}
