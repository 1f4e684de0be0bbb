import { describe, expect, it } from 'vitest';
import { readWindow, typeWindow } from '#src/domain/deliveryWindow.ts';

const MOSCOW = 'Europe/Moscow';
const typed = { day: '2026-11-21', from: '14:00', to: '15:30' };

describe('readWindow', () => {
  it('reads the clock of the configured zone', () => {
    expect(readWindow(typed, MOSCOW)).toEqual({
      ok: true,
      window: { from: Date.UTC(2026, 10, 21, 11), to: Date.UTC(2026, 10, 21, 12, 30) },
    });
  });

  it('ends on the next day when the end is earlier on the clock', () => {
    expect(readWindow({ ...typed, from: '22:00', to: '01:00' }, MOSCOW)).toEqual({
      ok: true,
      window: { from: Date.UTC(2026, 10, 21, 19), to: Date.UTC(2026, 10, 21, 22) },
    });
  });

  it('finds tomorrow also where the clocks are put back that night', () => {
    const night = { day: '2026-10-24', from: '23:00', to: '12:00' };
    expect(readWindow(night, 'Europe/Berlin')).toEqual({
      ok: true,
      window: { from: Date.UTC(2026, 9, 24, 21), to: Date.UTC(2026, 9, 25, 11) },
    });
  });

  it.each([
    [
      { day: '', from: '', to: '' },
      { day: 'required', from: 'required', to: 'required' },
    ],
    [{ ...typed, day: '2026-13-41' }, { day: 'malformed' }],
    [{ ...typed, from: '25:00' }, { from: 'malformed' }],
    [{ ...typed, to: 'скоро' }, { to: 'malformed' }],
    [{ ...typed, to: '14:00' }, { to: 'notAfterFrom' }],
  ])('refuses %j at its place', (wrong, errors) =>
    expect(readWindow(wrong, MOSCOW)).toEqual({ ok: false, errors }),
  );
});

it('types what it reads', () => {
  const read = readWindow(typed, MOSCOW);
  expect(read.ok && typeWindow(read.window, MOSCOW)).toEqual(typed);
  expect(typeWindow({ from: null, to: null }, MOSCOW)).toEqual({ day: '', from: '', to: '' });
});
