import { expect, it } from 'vitest';
import { kassaDays } from './kassaDays.ts';

it.each([
  [
    'noon in Moscow',
    '2026-03-02T09:00:00Z',
    'Europe/Moscow',
    '2026-02-28T21:00:00.000Z',
    '2026-03-03T20:59:59.999Z',
  ],
  [
    'after midnight in Moscow',
    '2026-03-01T21:30:00Z',
    'Europe/Moscow',
    '2026-02-28T21:00:00.000Z',
    '2026-03-03T20:59:59.999Z',
  ],
  [
    'before midnight in Moscow',
    '2026-03-01T20:30:00Z',
    'Europe/Moscow',
    '2026-02-27T21:00:00.000Z',
    '2026-03-02T20:59:59.999Z',
  ],
  [
    'the day when clocks go forward',
    '2026-03-29T10:00:00Z',
    'Europe/Berlin',
    '2026-03-27T23:00:00.000Z',
    '2026-03-30T21:59:59.999Z',
  ],
])('asks for yesterday, today and tomorrow: %s', (_, now, zone, begin, end) => {
  const { beginDate, endDate } = kassaDays(Date.parse(now), zone);
  expect([new Date(beginDate).toISOString(), new Date(endDate).toISOString()]).toEqual([begin, end]);
});
