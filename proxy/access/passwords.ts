/** Passwords are kept as scrypt hashes; checking one takes the same time whether the user exists or not. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { createGate } from '#proxy/upstream/pool.ts';

export const MIN_PASSWORD_LENGTH = 8;

export const passwordHashSchema = z.object({
  /** base64 */
  salt: z.string(),
  /** base64 */
  hash: z.string(),
  N: z.number().int().positive(),
  r: z.number().int().positive(),
  p: z.number().int().positive(),
});
export type PasswordHash = z.infer<typeof passwordHashSchema>;

type Cost = Pick<PasswordHash, 'N' | 'r' | 'p'>;

/** About a tenth of a second and 32 MB. Kept with each hash, so it can be raised later. */
export const DEFAULT_COST: Cost = { N: 2 ** 15, r: 8, p: 1 };
const HASH_LENGTH = 32;

/** A crowd at the door must not eat all memory: the rest wait in line. */
const gate = createGate(2);

function derive(password: string, salt: Buffer, length: number, { N, r, p }: Cost): Promise<Buffer> {
  const options = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, length, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

export async function hashPassword(password: string, cost: Cost = DEFAULT_COST): Promise<PasswordHash> {
  const salt = randomBytes(16);
  const hash = await gate(() => derive(password, salt, HASH_LENGTH, cost));
  return { salt: salt.toString('base64'), hash: hash.toString('base64'), ...cost };
}

/** Something to compute against when the login is not known; nothing matches it. */
const NOBODY: PasswordHash = {
  salt: randomBytes(16).toString('base64'),
  hash: randomBytes(HASH_LENGTH).toString('base64'),
  ...DEFAULT_COST,
};

/** True when it is the password; `stored` null (no such user) takes as long and is always false. */
export async function verifyPassword(password: string, stored: PasswordHash | null): Promise<boolean> {
  const against = stored ?? NOBODY;
  const expected = Buffer.from(against.hash, 'base64');
  const actual = await gate(() =>
    derive(password, Buffer.from(against.salt, 'base64'), expected.length, against),
  );
  return timingSafeEqual(actual, expected) && stored !== null;
}
