import { describe, expect, it } from 'vitest';
import { zoneFormatter } from '#src/lib/dates.ts';
import { lastHour, trackChoice, trackRange, WHOLE_TODAY, withTrackChoice } from './trackRange.ts';

const TODAY = '2026-11-22';
const choiceOf = (search: string) => trackChoice(new URLSearchParams(search), TODAY);
const msk = (text: string) => Date.parse(`${text}+03:00`);

describe('trackChoice', () => {
  it('is the whole of today unless the address says otherwise', () => {
    expect(choiceOf('courier=5')).toEqual(WHOLE_TODAY);
    expect(choiceOf('day=2026-11-21&from=10:00&to=12:30')).toEqual({
      day: '2026-11-21',
      from: '10:00',
      to: '12:30',
    });
  });

  it.each(['day=2026-11-31', 'day=21', 'day=2026-11-23', 'from=25:00', 'to=9', 'day=%00&from=&to=soon'])(
    'passes over what cannot be read or has not come: %s',
    (search) => expect(choiceOf(search)).toEqual(WHOLE_TODAY),
  );

  it('is today by any name', () => expect(choiceOf(`day=${TODAY}`).day).toBeNull());

  it('reads back what it wrote, and touches nothing else', () => {
    const choice = { day: '2026-11-20', from: '09:00', to: '' };
    const written = withTrackChoice(new URLSearchParams('view=late&courier=5&to=12:00'), choice);
    expect(written.toString()).toBe('view=late&courier=5&day=2026-11-20&from=09%3A00');
    expect(trackChoice(written, TODAY)).toEqual(choice);
    expect(withTrackChoice(written, WHOLE_TODAY).toString()).toBe('view=late&courier=5');
  });
});

describe('trackRange', () => {
  const rangeOf = (choice: Partial<typeof WHOLE_TODAY>, zone = 'Europe/Moscow') =>
    trackRange({ ...WHOLE_TODAY, ...choice }, TODAY, zone);

  it('is the day of the configured zone, to its last millisecond', () => {
    expect(rangeOf({})).toEqual({ from: msk('2026-11-22T00:00'), to: msk('2026-11-23T00:00') - 1 });
    expect(rangeOf({ day: '2026-11-20' })).toEqual({
      from: msk('2026-11-20T00:00'),
      to: msk('2026-11-21T00:00') - 1,
    });
  });

  it('takes hours within the day, and over midnight when they end earlier than they begin', () => {
    expect(rangeOf({ from: '10:00', to: '12:30' })).toEqual({
      from: msk('2026-11-22T10:00'),
      to: msk('2026-11-22T12:30'),
    });
    expect(rangeOf({ day: '2026-11-21', from: '22:00', to: '02:00' })).toEqual({
      from: msk('2026-11-21T22:00'),
      to: msk('2026-11-22T02:00'),
    });
    expect(rangeOf({ to: '09:00' })).toEqual({ from: msk('2026-11-22T00:00'), to: msk('2026-11-22T09:00') });
    expect(rangeOf({ from: '20:00', to: '00:00' }).to).toBe(msk('2026-11-23T00:00') - 1);
  });

  it('knows days of 25 hours', () => {
    const { from, to } = rangeOf({ day: '2026-10-25' }, 'Europe/Berlin');
    expect(to + 1 - from).toBe(25 * 3_600_000);
  });
});

describe('lastHour', () => {
  const format = zoneFormatter('Europe/Moscow', 'ru-RU');
  it('stays open at the end within today', () =>
    expect(lastHour(msk('2026-11-22T14:25'), format)).toEqual({ day: null, from: '13:25', to: '' }));
  it('begins yesterday after midnight', () =>
    expect(lastHour(msk('2026-11-22T00:20'), format)).toEqual({
      day: '2026-11-21',
      from: '23:20',
      to: '00:20',
    }));
});
