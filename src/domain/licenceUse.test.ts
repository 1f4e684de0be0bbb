import { describe, expect, it } from 'vitest';
import type { Licence, Licences } from '#src/contracts/ireca/people.ts';
import { licenceRows, licenceUse } from '#src/domain/licenceUse.ts';
import { directoryOf } from '#src/testing/sampleOrders.ts';

const session = (courierId: string, deviceId: string | null, sessionStartAt: number | null): Licence => ({
  courierId,
  deviceId,
  deviceTitle: 'asus ME301T',
  sessionStartAt,
});
const answer = (
  licenseUse: number | null,
  licenseTotal: number | null,
  named = licenseUse ?? 0,
): Licences => ({
  licenseUse,
  licenseTotal,
  licenses: Array.from({ length: named }, (_, at) => session(String(at), `d${at}`, at)),
  setAside: [],
});
const directory = directoryOf([{ courierId: '7', title: 'Алексей Быстров' }]);

describe('licenceUse', () => {
  it.each([
    [14, 50, 'fine', 36],
    [44, 50, 'fine', 6],
    [45, 50, 'near', 5],
    [49, 50, 'near', 1],
    [50, 50, 'full', 0],
    [52, 50, 'full', 0],
    [1, 1, 'full', 0],
    [0, 0, 'full', 0],
  ] as const)('%i of %i: %s, %i left', (used, total, level, left) => {
    expect(licenceUse(answer(used, total))).toEqual({ used, total, left, level, unnamed: 0 });
  });

  it('does not guess of how many', () => {
    expect(licenceUse(answer(3, null))).toMatchObject({ used: 3, total: null, left: null, level: 'unknown' });
  });

  it('counts the sessions where iRECA does not, those set aside too', () => {
    const uncounted = {
      ...answer(null, 50, 2),
      setAside: [{ id: null, path: 'courierId', reason: 'expected' }],
    };
    expect(licenceUse(uncounted)).toMatchObject({ used: 3, left: 47, unnamed: 0 });
  });

  it('tells how many were counted and not named, and never fewer than none', () => {
    expect(licenceUse(answer(5, 50, 3)).unnamed).toBe(2);
    expect(licenceUse(answer(2, 50, 3)).unnamed).toBe(0);
  });
});

describe('licenceRows', () => {
  it('puts the longest session on top, those without a time last', () => {
    const rows = licenceRows(
      [session('1', 'a', 30), session('2', 'b', null), session('7', 'c', 10)],
      directory,
      null,
    );
    expect(rows.map(({ deviceId }) => deviceId)).toEqual(['c', 'a', 'b']);
    expect(rows.map(({ courierTitle }) => courierTitle)).toEqual(['Алексей Быстров', null, null]);
  });

  it('gives rows their own keys, also when iRECA repeats itself or names no device', () => {
    const rows = licenceRows(
      [session('7', null, 1), session('7', null, 2), session('7', 'c', 3)],
      directory,
      null,
    );
    expect(new Set(rows.map(({ key }) => key)).size).toBe(3);
  });

  it('tells no orders from not knowing', () => {
    const loads = new Map([['7', { open: 4 }]]);
    const sessions = [session('7', 'c', 1), session('8', 'd', 2)];
    expect(licenceRows(sessions, directory, loads).map(({ open }) => open)).toEqual([4, 0]);
    expect(licenceRows(sessions, undefined, null).map(({ open }) => open)).toEqual([null, null]);
  });
});
