/** The one shape in which the proxy says no. */
import * as z from 'zod/mini';
import { systemSchema } from '#src/contracts/feed.ts';

export const apiErrorCodeSchema = z.enum([
  'unauthenticated', // 401: no session, or it ended
  'badCredentials', // 401: wrong login or password
  'throttled', // 429: too many attempts; `retryAfter` seconds
  'forbidden', // 403: the role may not
  'badOrigin', // 403: a change asked for from another site
  'notAllowed', // 404: not on the allow list
  'invalid', // 400: the body or query is not of its shape; `message` says where
  'tooLarge', // 413
  'stale', // 412: it is no longer what the dispatcher had before them
  'upstreamRefused', // the upstream said no; `message` holds its words
  'upstreamFailed', // 502: it broke down over it, in no form that we know: a write may be done or not
  'upstreamUnreachable', // 502
  'upstreamTimeout', // 504
  'upstreamUnauthorized', // 502: our token is not accepted
  'systemOff', // 503: this system is not configured
  'stopping', // 503
  'internal', // 500
]);
export type ApiErrorCode = z.infer<typeof apiErrorCodeSchema>;

export const apiErrorSchema = z.object({
  error: z.object({
    code: apiErrorCodeSchema,
    message: z._default(z.nullable(z.string()), null),
    system: z._default(z.nullable(systemSchema), null),
    retryAfter: z._default(z.nullable(z.number()), null),
    /** True when nothing was sent to the system: whatever was to be written surely was not. */
    unsent: z.optional(z.boolean()),
  }),
});
export type ApiErrorBody = z.infer<typeof apiErrorSchema>;
