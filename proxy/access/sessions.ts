/** Sessions live in a signed cookie: nothing to store, and nothing that the browser could change or read. */
import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import { z } from 'zod';
import type { Role, Session } from '#src/contracts/session.ts';
import type { Clock } from '#proxy/clock.ts';
import type { User, Users } from './users.ts';

export const SESSION_MS = 12 * 3_600_000;
const COOKIE = 'pult_session';
/** Cookies whose signature was found good, so that a screen that asks often is not verified anew each time. */
const MAX_VERIFIED = 1000;

const ticketSchema = z.object({
  login: z.string(),
  /** Tells one sign-in from another of the same user. */
  id: z.string(),
  issuedAt: z.number(),
  /** Of the password hash: a changed password ends all sessions. */
  mark: z.string(),
});
type Ticket = z.infer<typeof ticketSchema>;

export type ActiveSession = {
  id: string;
  login: string;
  name: string;
  role: Role;
  issuedAt: number;
  mark: string;
};

export type Sessions = {
  /** Signs a user in. */
  begin(c: Context, user: User): Promise<Session>;
  /** Who asks; null when nobody, or when the user was removed or got another password since. */
  of(c: Context): Promise<ActiveSession | null>;
  /** Gives a session that is half spent its full time again. */
  renew(c: Context, session: ActiveSession): Promise<Session>;
  stillValid(session: ActiveSession): boolean;
  end(c: Context): void;
};

const markOf = (user: User) =>
  createHash('sha256').update(user.password.hash).digest('base64url').slice(0, 16);

/** @param secure the cookie is sent over https only. */
export function createSessions(options: {
  secret: string;
  secure: boolean;
  clock: Clock;
  users: Users;
}): Sessions {
  const { secret, secure, clock, users } = options;
  const cookie = { path: '/', httpOnly: true, sameSite: 'Strict', secure } as const;
  const verified = new Map<string, Ticket>();

  async function write(c: Context, ticket: Ticket): Promise<void> {
    const value = Buffer.from(JSON.stringify(ticket)).toString('base64url');
    await setSignedCookie(c, COOKIE, value, secret, { ...cookie, maxAge: SESSION_MS / 1000 });
  }

  async function ticketOf(c: Context): Promise<Ticket | null> {
    const raw = getCookie(c, COOKIE);
    if (raw === undefined) return null;
    const known = verified.get(raw);
    if (known) return known;
    const value = await getSignedCookie(c, secret, COOKIE);
    if (typeof value !== 'string') return null;
    const ticket = parseTicket(value);
    if (ticket) {
      if (verified.size >= MAX_VERIFIED) verified.delete(verified.keys().next().value ?? '');
      verified.set(raw, ticket);
    }
    return ticket;
  }

  /** The user as the file says now, so that a changed role counts at once. */
  function userOf(ticket: Pick<Ticket, 'login' | 'mark' | 'issuedAt'>): User | null {
    const age = clock.now() - ticket.issuedAt;
    if (age < 0 || age >= SESSION_MS) return null;
    const user = users.find(ticket.login);
    return user && markOf(user) === ticket.mark ? user : null;
  }

  const toSession = (user: Pick<User, 'login' | 'name' | 'role'>, issuedAt: number): Session => ({
    login: user.login,
    name: user.name,
    role: user.role,
    expiresAt: issuedAt + SESSION_MS,
  });

  return {
    async begin(c, user) {
      const issuedAt = clock.now();
      await write(c, {
        login: user.login,
        id: randomBytes(9).toString('base64url'),
        issuedAt,
        mark: markOf(user),
      });
      return toSession(user, issuedAt);
    },
    async of(c) {
      const ticket = await ticketOf(c);
      const user = ticket && userOf(ticket);
      if (!ticket || !user) return null;
      return { ...ticket, name: user.name, role: user.role };
    },
    async renew(c, session) {
      const now = clock.now();
      if (now - session.issuedAt < SESSION_MS / 2) return toSession(session, session.issuedAt);
      await write(c, { login: session.login, id: session.id, issuedAt: now, mark: session.mark });
      return toSession(session, now);
    },
    stillValid: (session) => userOf(session) !== null,
    end: (c) => void deleteCookie(c, COOKIE, cookie),
  };
}

function parseTicket(value: string): Ticket | null {
  try {
    return ticketSchema.parse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}
