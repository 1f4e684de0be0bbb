/** Who is signed in: what `/api/session` takes and answers. */
import * as z from 'zod/mini';

/** viewer reads · dispatcher also commands orders · admin also keeps the lists. */
export const roleSchema = z.enum(['viewer', 'dispatcher', 'admin']);
export type Role = z.infer<typeof roleSchema>;

/** Body of `POST /api/session`. */
export const credentialsSchema = z.object({
  login: z.string().check(z.trim(), z.minLength(1), z.maxLength(64)),
  password: z.string().check(z.minLength(1), z.maxLength(256)),
});
export type Credentials = z.infer<typeof credentialsSchema>;

/** Answer of `POST /api/session`; `expiresAt` is epoch milliseconds. */
export const sessionSchema = z.object({
  login: z.string(),
  name: z.string(),
  role: roleSchema,
  expiresAt: z.number(),
});
export type Session = z.infer<typeof sessionSchema>;

/** Answer of `GET /api/session`: null = nobody is signed in. */
export const whoSchema = z.nullable(sessionSchema);

const RANK: Record<Role, number> = { viewer: 0, dispatcher: 1, admin: 2 };

/** True when `role` may do what `needed` may do (viewer < dispatcher < admin). */
export function roleAllows(role: Role, needed: Role): boolean {
  return RANK[role] >= RANK[needed];
}
