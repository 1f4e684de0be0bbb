/** What `npm run user` can do: add, list and remove users, change passwords. */
import { parseArgs } from 'node:util';
import { roleSchema } from '#src/contracts/session.ts';
import { hashPassword, MIN_PASSWORD_LENGTH } from './passwords.ts';
import type { User } from './users.ts';
import { readUsersFile, writeUsersFile } from './users.ts';

export type UserCommandIo = {
  usersFile: string;
  askPassword: (login: string) => Promise<string>;
  print: (line: string) => void;
};

const USAGE = `Usage: npm run user -- <what>
  add <login> --role viewer|dispatcher|admin [--name "Full name"]
  password <login>
  remove <login>
  list
A password is asked for, or read from standard input.`;

/** Runs one command. Gives the exit code; says what is wrong on `print`. */
export async function runUserCommand(args: string[], io: UserCommandIo): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { role: { type: 'string' }, name: { type: 'string' } },
    });
    const [what, login, ...rest] = positionals;
    const users = readUsersFile(io.usersFile);
    if (what === 'list' && login === undefined) return list(users, io);
    if (login === undefined || rest.length > 0) return usage(io);
    if (what === 'add') return await add(users, login, values, io);
    if (what === 'password') return await changePassword(users, login, io);
    if (what === 'remove') return remove(users, login, io);
    return usage(io);
  } catch (error) {
    io.print(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

function usage(io: UserCommandIo): number {
  io.print(USAGE);
  return 2;
}

function list(users: readonly User[], io: UserCommandIo): number {
  for (const { login, role, name } of users) io.print(`${login}\t${role}\t${name}`);
  if (users.length === 0) io.print(`No users yet in ${io.usersFile}.`);
  return 0;
}

async function newPassword(login: string, io: UserCommandIo): Promise<User['password']> {
  const password = await io.askPassword(login);
  if (password.length < MIN_PASSWORD_LENGTH) {
    throw new Error(`A password has at least ${MIN_PASSWORD_LENGTH} characters; nothing was changed.`);
  }
  return hashPassword(password);
}

async function add(
  users: readonly User[],
  login: string,
  values: { role?: string | undefined; name?: string | undefined },
  io: UserCommandIo,
): Promise<number> {
  const role = roleSchema.safeParse(values.role);
  if (!role.success || !/^[^\s\0]{1,64}$/.test(login)) return usage(io);
  if (users.some((user) => user.login === login)) throw new Error(`${login} is there already.`);
  const user: User = {
    login,
    name: values.name ?? login,
    role: role.data,
    password: await newPassword(login, io),
  };
  writeUsersFile(io.usersFile, [...users, user]);
  io.print(`${login} may sign in now (${role.data}).`);
  return 0;
}

function known(users: readonly User[], login: string): User {
  const user = users.find((candidate) => candidate.login === login);
  if (!user) throw new Error(`There is no user ${login}.`);
  return user;
}

async function changePassword(users: readonly User[], login: string, io: UserCommandIo): Promise<number> {
  const user = known(users, login);
  const password = await newPassword(login, io);
  writeUsersFile(
    io.usersFile,
    users.map((candidate) => (candidate === user ? { ...user, password } : candidate)),
  );
  io.print(`${login} has a new password; whoever was signed in with the old one is signed out.`);
  return 0;
}

function remove(users: readonly User[], login: string, io: UserCommandIo): number {
  const user = known(users, login);
  writeUsersFile(
    io.usersFile,
    users.filter((candidate) => candidate !== user),
  );
  io.print(`${login} is removed and signed out.`);
  return 0;
}
