import { describe, expect, it, vi } from 'vitest';
import { formatGmt, parseGmt, sameZone, zoneAbbreviation, zonedTime, zoneFormatter } from '#src/lib/dates.ts';

const NOON = Date.UTC(2026, 10, 21, 11, 2, 31);

describe('parseGmt', () => {
  it('reads the text as GMT, whatever the zone of the machine', () => {
    expect(parseGmt('2021-04-28 11:34:00')).toBe(Date.UTC(2021, 3, 28, 11, 34, 0));
    expect(parseGmt('2024-02-29 23:59:59')).toBe(Date.UTC(2024, 1, 29, 23, 59, 59));
  });

  it.each([
    '2021-02-31 00:00:00',
    '2021-02-29 00:00:00',
    '1900-02-29 00:00:00',
    '2021-13-01 00:00:00',
    '2021-00-10 00:00:00',
    '2021-04-00 00:00:00',
    '2021-04-28 24:00:00',
    '2021-04-28 11:60:00',
    '2021-04-28 11:34:60',
    '0000-00-00 00:00:00',
    '2021-04-28',
    '2021-04-28T11:34:00',
    '2021-04-28 11:34:00Z',
    '28.04.2021 11:34:00',
    '2021-04-2x 11:34:00',
    '',
  ])('refuses %j', (text) => expect(parseGmt(text)).toBeNull());

  it('is undone by formatGmt', () => {
    expect(formatGmt(Date.UTC(2021, 3, 8, 1, 4, 9) + 999)).toBe('2021-04-08 01:04:09');
    expect(parseGmt(formatGmt(NOON))).toBe(NOON);
  });
});

describe('zoneFormatter', () => {
  const moscow = zoneFormatter('Europe/Moscow', 'ru');

  it('shows moments in its zone', () => {
    expect(moscow.time(NOON)).toBe('14:02');
    expect(moscow.timeSeconds(NOON)).toBe('14:02:31');
    expect(moscow.date(NOON)).toBe('21 нояб.');
    expect(moscow.dateTime(NOON)).toBe('21 нояб., 14:02');
    expect(moscow.zoneName()).toBe('МСК');
  });

  it('says midnight as 00, not 24', () => {
    expect(moscow.time(Date.UTC(2026, 10, 20, 21, 0))).toBe('00:00');
    expect(zoneFormatter('Europe/Moscow', 'en').time(Date.UTC(2026, 10, 20, 21, 0))).toBe('00:00');
  });

  it('takes the day from the zone: after 21:00 GMT Moscow is in tomorrow', () => {
    expect(moscow.dayKey(Date.UTC(2026, 10, 21, 20, 59))).toBe('2026-11-21');
    expect(moscow.dayKey(Date.UTC(2026, 10, 21, 21, 0))).toBe('2026-11-22');
    expect(zoneFormatter('America/New_York', 'en').dayKey(Date.UTC(2026, 0, 1, 4, 59))).toBe('2025-12-31');
  });

  it('is made once per zone and locale', () => {
    expect(zoneFormatter('Europe/Moscow', 'ru')).toBe(moscow);
    expect(zoneFormatter('Europe/Moscow', 'en')).not.toBe(moscow);
    expect(zoneFormatter('Asia/Tokyo', 'ru').time(NOON)).toBe('20:02');
  });
});

describe('zones', () => {
  it('names Moscow as people do, others as the platform does', () => {
    expect(zoneAbbreviation('Europe/Moscow', 'ru-RU', NOON)).toBe('МСК');
    expect(zoneAbbreviation('Europe/Moscow', 'en', NOON)).toBe('MSK');
    expect(zoneAbbreviation('Asia/Yekaterinburg', 'ru', NOON)).toBe('GMT+5');
  });

  it('names a zone as of the moment that is shown, not as of 1970', () => {
    expect(zoneAbbreviation('Europe/Kaliningrad', 'ru', NOON)).toBe('GMT+2');
    expect(zoneAbbreviation('Europe/Berlin', 'ru', NOON)).toBe('GMT+1');
    expect(zoneAbbreviation('Europe/Berlin', 'ru', Date.UTC(2026, 6, 1))).toBe('GMT+2');
    expect(zoneFormatter('Europe/Berlin', 'ru').zoneName(Date.UTC(2026, 6, 1))).toBe('GMT+2');
  });

  it('names it by today’s clock where no moment is given, also after the clocks have changed', () => {
    const { zoneName } = zoneFormatter('Europe/Berlin', 'ru');
    vi.useFakeTimers({ now: Date.UTC(2026, 9, 24) });
    expect(zoneName()).toBe('GMT+2');
    vi.setSystemTime(Date.UTC(2026, 9, 26));
    expect(zoneName()).toBe('GMT+1');
    vi.useRealTimers();
  });

  it('compares zones by what their clocks show then', () => {
    expect(sameZone('Europe/Moscow', 'Europe/Moscow', NOON)).toBe(true);
    expect(sameZone('Europe/Moscow', 'Europe/Minsk', NOON)).toBe(true);
    expect(sameZone('Europe/Moscow', 'Europe/Berlin', NOON)).toBe(false);
    expect(sameZone('Europe/London', 'UTC', NOON)).toBe(true);
    expect(sameZone('Europe/London', 'UTC', Date.UTC(2026, 6, 1))).toBe(false);
    expect(sameZone('Europe/Moscow', 'Mars/Olympus', NOON)).toBe(false);
  });

  it('reads a wall clock of a zone', () => {
    expect(zonedTime('Europe/Moscow', '2026-11-21', '14:02')).toBe(Date.UTC(2026, 10, 21, 11, 2));
    expect(zonedTime('Europe/Berlin', '2026-07-01', '00:30')).toBe(Date.UTC(2026, 5, 30, 22, 30));
    expect(zonedTime('Europe/Moscow', '2026-02-30', '14:02')).toBeNull();
    expect(zonedTime('Europe/Moscow', '2026-11-21', '25:00')).toBeNull();
  });

  it('gives some sensible moment for a time that the clocks skip or repeat', () => {
    // Berlin, 29 March 2026: 02:00 → 03:00. 25 October: 03:00 → 02:00.
    expect(zonedTime('Europe/Berlin', '2026-03-29', '03:30')).toBe(Date.UTC(2026, 2, 29, 1, 30));
    expect(zonedTime('Europe/Berlin', '2026-03-29', '01:30')).toBe(Date.UTC(2026, 2, 29, 0, 30));
    expect([Date.UTC(2026, 9, 25, 0, 30), Date.UTC(2026, 9, 25, 1, 30)]).toContain(
      zonedTime('Europe/Berlin', '2026-10-25', '02:30'),
    );
  });
});
