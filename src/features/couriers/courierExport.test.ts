import { expect, it } from 'vitest';
import { couriers } from '#src/locales/ru/couriers.ts';
import { courierExport } from './courierExport.ts';
import type { CourierRow } from './courierRows.ts';

const ROW: CourierRow = {
  courierId: '7',
  title: 'Алексей Быстров',
  phone: '89210000007',
  kassaBar: null,
  role: 'Курьер',
  onShift: true,
  devices: [
    { courierId: '7', deviceId: 'b2', deviceTitle: 'asus', sessionStartAt: Date.UTC(2026, 10, 22, 6, 5, 9) },
    { courierId: '7', deviceId: 'c3', deviceTitle: '', sessionStartAt: null },
  ],
  since: Date.UTC(2026, 10, 22, 6, 5, 9),
  load: { open: 4, late: 1, atRisk: 0 },
  position: {
    courierId: '7',
    point: { latitude: 59.92088839350768, longitude: 30.33911295248004 },
    at: Date.UTC(2026, 10, 22, 21, 30),
    accuracy: 12,
    orderId: null,
  },
  silence: null,
  searchText: '',
};
const context = {
  heads: couriers.export.heads,
  timeZone: 'Europe/Moscow',
  shift: (onShift: boolean) => (onShift ? 'да' : 'нет'),
};

it('writes what stands on screen, times by the clock of the zone', () => {
  const { heads, rows } = courierExport([ROW], context);
  expect(Object.fromEntries(heads.map((head, at) => [head, rows[0]?.[at]]))).toEqual({
    id: '7',
    Курьер: 'Алексей Быстров',
    Телефон: '7 921 000-00-07',
    Роль: 'Курьер',
    Смена: 'да',
    'На смене с': { wall: Date.UTC(2026, 10, 22, 9, 5, 9) },
    Устройство: 'asus; c3',
    'Открытые заказы': 4,
    Опаздывают: 1,
    'Под риском': 0,
    'Последняя позиция': { wall: Date.UTC(2026, 10, 23, 0, 30) },
    Широта: 59.920888,
    Долгота: 30.339113,
  });
});

it('leaves empty what is not known', () => {
  const unknown = { ...ROW, onShift: null, devices: [], since: null, load: null, position: null, phone: '' };
  const { rows } = courierExport([unknown], context);
  expect(rows[0]).toEqual(['7', 'Алексей Быстров', null, 'Курьер', ...Array<null>(9).fill(null)]);
});
