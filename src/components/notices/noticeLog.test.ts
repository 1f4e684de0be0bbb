/** Each event is told once per browser, and the record of it stays small. */
import { describe, expect, it, vi } from 'vitest';
import { claim, keepLook, lastLook } from '#src/components/notices/noticeLog.ts';
import type { Alone, LogStorage } from '#src/components/notices/noticeLog.ts';

const NOW = Date.UTC(2026, 10, 22, 11);
const HOUR = 60 * 60_000;
const alone: Alone = async (deed) => deed();

function storage(): LogStorage & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
  };
}

describe('taking it upon oneself to tell an event', () => {
  it('is done by one tab; the other gets only what is left', async () => {
    const shared = storage();
    expect(await claim(['new:1', 'new:2'], 'heard', NOW, shared, alone)).toEqual(['new:1', 'new:2']);
    expect(await claim(['new:1', 'new:2', 'new:3'], 'heard', NOW + 50, shared, alone)).toEqual(['new:3']);
  });

  it('is apart for what is heard and what is shown', async () => {
    const shared = storage();
    await claim(['late:1'], 'heard', NOW, shared, alone);
    expect(await claim(['late:1'], 'shown', NOW, shared, alone)).toEqual(['late:1']);
    expect(await claim(['late:1'], 'shown', NOW, shared, alone)).toEqual([]);
    expect(await claim(['late:1'], 'heard', NOW, shared, alone)).toEqual([]);
  });

  it('forgets after a day, and what a wrong clock wrote', async () => {
    const shared = storage();
    await claim(['new:1'], 'heard', NOW, shared, alone);
    await claim(['new:2'], 'heard', NOW + 30 * HOUR, shared, alone);
    expect(await claim(['new:1'], 'heard', NOW + 30 * HOUR, shared, alone)).toEqual(['new:1']);
    await claim(['new:3'], 'heard', NOW, shared, alone);
    expect(await claim(['new:2'], 'heard', NOW, shared, alone)).toEqual(['new:2']);
  });

  it('keeps the latest of very many', async () => {
    const shared = storage();
    const keys = Array.from({ length: 7_000 }, (_, at) => `new:${at}`);
    await claim(keys, 'heard', NOW, shared, alone);
    expect(await claim([keys[0] ?? '', keys.at(-1) ?? ''], 'heard', NOW, shared, alone)).toEqual([keys[0]]);
  });

  it('goes on when nothing can be kept, or what was kept is no record', async () => {
    const full: LogStorage = {
      getItem: () => '{not json',
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    expect(await claim(['new:1'], 'heard', NOW, full, alone)).toEqual(['new:1']);
    const odd = storage();
    odd.kept.set('pult.noticed', '[1,2]');
    expect(await claim(['new:1'], 'heard', NOW, odd, alone)).toEqual(['new:1']);
    odd.kept.set('pult.noticed', '{"new:9": "yes"}');
    expect(await claim(['new:1'], 'heard', NOW, odd, alone)).toEqual(['new:1']);
  });
});

describe('a browser that forbids storage', () => {
  it('lets each tab remember for itself', async () => {
    vi.stubGlobal('localStorage', undefined);
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    try {
      expect(lastLook(NOW)).toBeNull();
      keepLook(NOW, NOW);
      expect(lastLook(NOW)).toBe(NOW);
      expect(await claim(['new:1'], 'heard', NOW, undefined, alone)).toEqual(['new:1']);
      expect(await claim(['new:1'], 'heard', NOW, undefined, alone)).toEqual([]);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

describe('the last look', () => {
  it('is kept, never goes back, and is no news after half a day', () => {
    const shared = storage();
    expect(lastLook(NOW, shared)).toBeNull();
    keepLook(NOW, NOW, shared);
    keepLook(NOW - HOUR, NOW, shared);
    expect(lastLook(NOW + HOUR, shared)).toBe(NOW);
    expect(lastLook(NOW + 13 * HOUR, shared)).toBeNull();
    expect(lastLook(NOW - HOUR, shared)).toBeNull();
  });
});
