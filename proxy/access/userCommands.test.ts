import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyPassword } from './passwords.ts';
import { runUserCommand } from './userCommands.ts';
import { readUsersFile } from './users.ts';

let dir: string;
let usersFile: string;
let printed: string[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pult-users-'));
  usersFile = join(dir, 'data', 'users.json');
  printed = [];
});
afterEach(() => rmSync(dir, { recursive: true }));

const run = (line: string, password = 'long-enough') =>
  runUserCommand(line.split(' '), {
    usersFile,
    askPassword: () => Promise.resolve(password),
    print: (text) => printed.push(text),
  });

describe('npm run user', () => {
  it('adds a user whose password only matches, in a file for the owner’s eyes', async () => {
    expect(await run('add ivanov --role dispatcher --name Иванов')).toBe(0);
    const [user] = readUsersFile(usersFile);
    expect(user).toMatchObject({ login: 'ivanov', role: 'dispatcher', name: 'Иванов' });
    expect(await verifyPassword('long-enough', user?.password ?? null)).toBe(true);
    expect(statSync(usersFile).mode & 0o777).toBe(0o600);
    expect(printed.join()).not.toContain('long-enough');
  });

  it('lists, changes a password, removes', async () => {
    await run('add ivanov --role viewer');
    const before = readUsersFile(usersFile)[0]?.password.hash;
    expect(await run('password ivanov', 'another-one')).toBe(0);
    expect(readUsersFile(usersFile)[0]?.password.hash).not.toBe(before);
    expect(await run('list')).toBe(0);
    expect(printed.at(-1)).toBe('ivanov\tviewer\tivanov');
    expect(await run('remove ivanov')).toBe(0);
    expect(readUsersFile(usersFile)).toEqual([]);
  });

  it.each([
    ['a short password', 'add petrov --role viewer', '1234567'],
    ['an unknown role', 'add petrov --role king', 'long-enough'],
    ['no role', 'add petrov', 'long-enough'],
    ['a login that is there', 'add ivanov --role viewer', 'long-enough'],
    ['a password of nobody', 'password petrov', 'long-enough'],
    ['a removal of nobody', 'remove petrov', 'long-enough'],
    ['an unknown deed', 'promote ivanov', 'long-enough'],
    ['an unknown option', 'add petrov --role viewer --sudo', 'long-enough'],
    ['too much', 'remove ivanov petrov', 'long-enough'],
  ])('refuses %s and changes nothing', async (_, line, password) => {
    await run('add ivanov --role viewer');
    const before = readUsersFile(usersFile);
    expect(await run(line, password)).toBeGreaterThan(0);
    expect(readUsersFile(usersFile)).toEqual(before);
  });
});
