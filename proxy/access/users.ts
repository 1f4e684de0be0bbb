/** Who may sign in: the users file, read again whenever it changes, so that a removed user is out at the next request. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { roleSchema } from '#src/contracts/session.ts';
import type { Logger } from '#proxy/logger.ts';
import { errorFields } from '#proxy/logger.ts';
import { passwordHashSchema } from './passwords.ts';

const userSchema = z.object({
  login: z.string().trim().min(1).max(64),
  name: z.string(),
  role: roleSchema,
  password: passwordHashSchema,
});
export type User = z.infer<typeof userSchema>;

const usersFileSchema = z.object({ users: z.array(userSchema) });

/** The users of a file; none when there is no file. @throws when the file is not of its shape. */
export function readUsersFile(path: string): User[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  return usersFileSchema.parse(JSON.parse(text)).users;
}

/** Writes the file in one move, readable by its owner only: nobody ever meets a half-written one. */
export function writeUsersFile(path: string, users: readonly User[]): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    writeFileSync(draft, `${JSON.stringify({ users }, null, 2)}\n`, { mode: 0o600, flush: true });
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

export type Users = { find(login: string): User | null };

/** Users by login. A file that turned unreadable leaves the users that were last read, and is said in the log. */
export function createUsers(path: string, logger: Logger): Users {
  let byLogin = new Map<string, User>();
  let seen = '';

  function refresh(): void {
    const stat = statSync(path, { throwIfNoEntry: false });
    const now = stat ? `${stat.mtimeMs} ${stat.size} ${stat.ino}` : 'none';
    if (now === seen) return;
    seen = now;
    try {
      byLogin = new Map(readUsersFile(path).map((user) => [user.login, user]));
    } catch (error) {
      logger.error({ err: errorFields(error) }, 'the users file cannot be read');
    }
  }

  return {
    find(login) {
      refresh();
      return byLogin.get(login) ?? null;
    },
  };
}
