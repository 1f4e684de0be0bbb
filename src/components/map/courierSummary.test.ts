/** Couriers as the map and the list show them. */
import { describe, expect, test } from 'vitest';
import type { LastPosition } from '#src/contracts/ireca/location.ts';
import { courierDirectory } from '#src/domain/courierDirectory.ts';
import type { CourierSummary } from './courierSummary.ts';
import {
  believedPosition,
  courierSummaries,
  heldOrder,
  sameSummary,
  silenceOf,
  sortedCouriers,
} from './courierSummary.ts';

const NOW = Date.UTC(2026, 10, 21, 11, 0, 0);

const fix = (changes: Partial<LastPosition> = {}): LastPosition => ({
  courierId: '7',
  orderId: null,
  deliveryStatusId: null,
  returnReasonId: null,
  latitude: 59.93,
  longitude: 30.31,
  accuracy: 12,
  createdAt: NOW - 20_000,
  ...changes,
});

const person = (courierId: string, title: string) => ({
  courierId,
  title,
  email: '',
  phone: '',
  roleId: null,
  inn: '',
  updatedAt: null,
});

describe('positions', () => {
  test('the same record gives the same object, so its marker is not touched', () => {
    const record = fix();
    expect(believedPosition(record, NOW)).toBe(believedPosition(record, NOW + 60_000));
  });

  test('a fix from the future or at (0, 0) is nowhere on the map', () => {
    expect(believedPosition(fix({ createdAt: NOW + 600_000 }), NOW)).toBeNull();
    expect(believedPosition(fix({ latitude: null, longitude: null }), NOW)).toBeNull();
    expect(believedPosition(undefined, NOW)).toBeNull();
  });

  test('a fix from the future is believed when its time has come', () => {
    const record = fix({ createdAt: NOW + 600_000 });
    expect(believedPosition(record, NOW)).toBeNull();
    expect(believedPosition(record, NOW + 600_000)?.at).toBe(NOW + 600_000);
  });
});

describe('summaries', () => {
  const directory = courierDirectory([person('7', 'Алексей Быстров'), person('8', 'Семён')], {
    licenses: [{ courierId: '7', deviceId: null, deviceTitle: '', sessionStartAt: null }],
  });
  const make = (open: number, record: LastPosition) =>
    courierSummaries(
      directory,
      new Map([['7', { open, late: 1, atRisk: 0 }]]),
      new Map([['ireca:7', record]]),
      NOW,
    );

  test('everyone is there, also who carries nothing and was never seen', () => {
    const summaries = make(3, fix());
    expect(summaries.get('7')).toMatchObject({ initials: 'АБ', onShift: true, open: 3, late: 1 });
    expect(summaries.get('8')).toMatchObject({ initials: 'С', onShift: false, open: 0, position: null });
  });

  test('a new record with the same fix is no change; another load or fix is', () => {
    const before = make(3, fix()).get('7') as CourierSummary;
    expect(sameSummary(before, make(3, fix()).get('7') as CourierSummary)).toBe(true);
    expect(sameSummary(before, make(4, fix()).get('7') as CourierSummary)).toBe(false);
    expect(sameSummary(before, make(3, fix({ createdAt: NOW })).get('7') as CourierSummary)).toBe(false);
    expect(sameSummary(before, make(3, fix({ latitude: null })).get('7') as CourierSummary)).toBe(false);
  });
});

describe('the list', () => {
  const one = (name: string, changes: Partial<CourierSummary> = {}): CourierSummary => ({
    courierId: name,
    name,
    initials: name.slice(0, 1),
    searchText: name.toLowerCase().replaceAll('ё', 'е'),
    onShift: true,
    open: 0,
    late: 0,
    atRisk: 0,
    position: null,
    ...changes,
  });
  const seen = (at: number) => ({
    courierId: '',
    point: { latitude: 1, longitude: 1 },
    at,
    accuracy: null,
    orderId: null,
  });
  const names = (list: CourierSummary[]) => list.map((entry) => entry.name);

  test('on shift first, then who still carries orders home, then the others', () => {
    const list = [one('Вера', { onShift: false }), one('Борис', { onShift: false, open: 2 }), one('Анна')];
    expect(names(sortedCouriers(list, 'load', ''))).toEqual(['Анна', 'Борис', 'Вера']);
  });

  test('by load, by late orders, by age of the position', () => {
    const list = [
      one('А', { open: 1, late: 1, position: seen(10) }),
      one('Б', { open: 5, position: seen(30) }),
      one('В', { open: 3, atRisk: 2 }),
    ];
    expect(names(sortedCouriers(list, 'load', ''))).toEqual(['Б', 'В', 'А']);
    expect(names(sortedCouriers(list, 'late', ''))).toEqual(['А', 'В', 'Б']);
    expect(names(sortedCouriers(list, 'age', ''))).toEqual(['Б', 'А', 'В']);
  });

  test('equals stand by name', () => {
    expect(names(sortedCouriers([one('Яна'), one('Анна')], 'load', ''))).toEqual(['Анна', 'Яна']);
  });

  test('the filter does not mind ё nor case', () => {
    expect(names(sortedCouriers([one('Семён'), one('Анна')], 'load', 'СЕМЕН'))).toEqual(['Семён']);
  });

  test('under the hand the old order stays, with the new numbers; who came since is last', () => {
    const before = names(sortedCouriers([one('А', { open: 3 }), one('Б', { open: 1 })], 'load', ''));
    const after = sortedCouriers(
      [one('А', { open: 3 }), one('Б', { open: 5 }), one('В', { open: 9 })],
      'load',
      '',
    );
    expect(names(after)).toEqual(['В', 'Б', 'А']);
    expect(heldOrder(after, before).map(({ name, open }) => [name, open])).toEqual([
      ['А', 3],
      ['Б', 5],
      ['В', 9],
    ]);
  });
});

describe('silence', () => {
  const at = (minutes: number) => ({
    courierId: '7',
    point: { latitude: 59.93, longitude: 30.31 },
    at: NOW - minutes * 60_000,
    accuracy: 12,
    orderId: null,
  });

  test.each([
    ['heard a minute ago', { onShift: true, open: 0, position: at(1) }, null],
    ['heard ten minutes ago', { onShift: true, open: 0, position: at(10) }, null],
    ['heard eleven minutes ago', { onShift: true, open: 0, position: at(11) }, 'silent'],
    ['never heard', { onShift: true, open: 0, position: null }, 'never'],
    ['off shift with nothing in hand', { onShift: false, open: 0, position: null }, null],
    ['off shift with an order in hand', { onShift: false, open: 1, position: null }, 'never'],
  ] as const)('%s: %o', (_, courier, silence) => {
    expect(silenceOf(courier, true, NOW)).toBe(silence);
  });

  test('while shifts are not known everybody is waited for', () => {
    expect(silenceOf({ onShift: false, open: 0, position: at(30) }, false, NOW)).toBe('silent');
  });
});
