import { describe, expect, it } from 'vitest';
import { manualClock } from '#proxy/manualClock.ts';
import { createThrottle } from './throttle.ts';

describe('throttle', () => {
  it('makes nobody wait longer than a quarter of an hour, and forgives after an hour', async () => {
    const clock = manualClock(0);
    const throttle = createThrottle(clock);
    let wait: number | null = null;
    for (let i = 0; i < 40; i += 1) {
      wait = throttle.attempt('login', 'here');
      if (wait !== null) await clock.advance(wait * 1000);
    }
    expect(throttle.attempt('login', 'here') ?? wait).toBeLessThanOrEqual(900);
    await clock.advance(3_600_000);
    for (let i = 0; i < 5; i += 1) expect(throttle.attempt('login', 'here')).toBeNull();
  });

  it('slows down an address that tries many logins, and no other', () => {
    const throttle = createThrottle(manualClock(0));
    for (let i = 0; i < 20; i += 1) expect(throttle.attempt(`login${i}`, 'here')).toBeNull();
    expect(throttle.attempt('another', 'here')).toBe(1);
    expect(throttle.attempt('another', 'there')).toBeNull();
  });

  it('does not hold a right password against an address', () => {
    const throttle = createThrottle(manualClock(0));
    for (let i = 0; i < 100; i += 1) {
      expect(throttle.attempt('login', 'office')).toBeNull();
      throttle.succeeded('login', 'office');
    }
  });

  it('stays small whoever knocks', () => {
    const throttle = createThrottle(manualClock(0));
    for (let i = 0; i < 5; i += 1) throttle.attempt('victim', 'there');
    expect(throttle.attempt('victim', 'there')).toBe(1);
    for (let i = 0; i < 12_000; i += 1) throttle.attempt(`login${i}`, `address${i}`);
    // The oldest were forgotten to make room.
    expect(throttle.attempt('victim', 'there')).toBeNull();
  });
});
