/** A refusal of an upstream: thrown where a rule is broken, written out in that upstream's own form. */
import type { ContentfulStatusCode } from 'hono/utils/http-status';

export type Refusal = Error & { refusal: true; status: ContentfulStatusCode };

/** An error that the server answers with `message` and `status`. */
export function refusal(message: string, status: ContentfulStatusCode = 422): Refusal {
  return Object.assign(new Error(message), { refusal: true as const, status });
}

export const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Error && 'refusal' in error && error.refusal === true;
