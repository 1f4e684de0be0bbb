/** The secret in a callback's address: compared in constant time, and who does not know it is counted. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clock } from '#proxy/clock.ts';

export type SecretCheck = {
  /** Takes as long for any text of any length, so that nothing can be learned from how long it takes. */
  isRight(given: string): boolean;
  /** A call that did not know it. Gives the seconds to stay away, when this address has guessed too often; else null. */
  refused(address: string): number | null;
  /** Calls that did not know it, and when the last one came, epoch ms. */
  tally(): { refused: number; lastRefusedAt: number | null };
};

/** An address may be wrong so often in so long: whoever set it up mistypes, and tries again. */
const FREE = 20;
const WINDOW_MS = 10 * 60_000;
const MAX_ADDRESSES = 1_000;

/**
 * Nobody is kept out who knows the secret, whatever else comes from their address: behind some reverse proxies all
 * callers seem to have the same one.
 * @param secret null: nothing is right.
 */
export function createSecretCheck(clock: Clock, secret: string | null): SecretCheck {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const right = digest(secret ?? '');
  const guesses = new Map<string, { count: number; since: number }>();
  let refused = 0;
  let lastRefusedAt: number | null = null;

  return {
    isRight(given) {
      // Digests are of one length, so the comparison does not tell how long the secret is.
      const same = timingSafeEqual(digest(given), right);
      return same && secret !== null;
    },
    refused(address) {
      const now = clock.now();
      refused += 1;
      lastRefusedAt = now;
      const known = guesses.get(address);
      const guess = known && now - known.since < WINDOW_MS ? known : { count: 0, since: now };
      guess.count += 1;
      guesses.delete(address);
      guesses.set(address, guess);
      if (guesses.size > MAX_ADDRESSES) guesses.delete(guesses.keys().next().value ?? '');
      return guess.count > FREE ? Math.ceil((guess.since + WINDOW_MS - now) / 1000) : null;
    },
    tally: () => ({ refused, lastRefusedAt }),
  };
}
