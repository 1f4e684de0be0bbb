import { describe, expect, it } from 'vitest';
import { DEFAULT_COST, hashPassword, verifyPassword } from './passwords.ts';

describe('passwords', () => {
  it('are kept as salted hashes that only the password matches', async () => {
    const [first, second] = await Promise.all([hashPassword('пароль-№1'), hashPassword('пароль-№1')]);
    expect(first).toMatchObject(DEFAULT_COST);
    expect(first.hash).not.toBe(second.hash);
    expect(JSON.stringify(first)).not.toContain('пароль');
    expect(await verifyPassword('пароль-№1', first)).toBe(true);
    expect(await verifyPassword('пароль-№2', first)).toBe(false);
    expect(await verifyPassword('', first)).toBe(false);
  });

  it('are compared for an unknown login too, which takes its time and never matches', async () => {
    const known = await hashPassword('x');
    const timed = async (stored: typeof known | null) => {
      const began = performance.now();
      expect(await verifyPassword('y', stored)).toBe(false);
      return performance.now() - began;
    };
    const [one, nobody] = [await timed(known), await timed(null)];
    expect(nobody).toBeGreaterThan(one / 3);
  });
});
