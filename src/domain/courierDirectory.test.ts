import { describe, expect, it } from 'vitest';
import { courierDirectory, courierOf, kassaBar, kassaLogin } from '#src/domain/courierDirectory.ts';
import { directoryOf, dispatchOrder } from '#src/testing/sampleOrders.ts';

const couriers = [
  { courierId: '1', title: 'Иванов', phone: '+7 912 345-67-89', roleId: '908' },
  { courierId: '2', title: 'Петров', phone: '89991112233' },
  { courierId: '3', title: 'Сидоров', phone: '+7 (999) 111-22-33' },
  { courierId: '4', title: 'Без телефона', phone: '' },
  { courierId: '5', title: 'Издалека', phone: '+380 44 123 45 67' },
];
const directory = directoryOf(couriers, ['1']);
const courier = (id: string) => directory.byId.get(id) ?? expect.fail(`no courier ${id}`);

describe('courierDirectory', () => {
  it('knows couriers by id and by phone, in the order given', () => {
    expect(directory.all.map(({ courierId }) => courierId)).toEqual(['1', '2', '3', '4', '5']);
    expect(directory.byId.get('1')).toMatchObject({
      title: 'Иванов',
      phoneDigits: '79123456789',
      roleId: '908',
    });
    expect(directory.byPhone.get('79123456789')).toBe(directory.byId.get('1'));
    expect(directory.byId.get('4')?.phoneDigits).toBeNull();
  });

  it('names nobody by a phone that two couriers have', () => {
    expect(directory.byPhone.has('79991112233')).toBe(false);
    expect([...directory.sharedPhones]).toEqual(['79991112233']);
  });

  it('has on shift who has the app open, since the latest session', () => {
    expect(courier('1')).toMatchObject({ onShift: true, onShiftSince: 1000, deviceTitle: 'asus ME301T' });
    expect(courier('2')).toMatchObject({ onShift: false, onShiftSince: null, deviceTitle: '' });
    const session = (deviceTitle: string, sessionStartAt: number | null) => ({
      courierId: '1',
      deviceId: null,
      deviceTitle,
      sessionStartAt,
    });
    const iva = { courierId: '1', title: '', email: '', phone: '', roleId: null, inn: '', updatedAt: null };
    for (const licenses of [
      [session('old', 1), session('new', 2), session('?', null)],
      [session('new', 2), session('old', 1)],
    ]) {
      expect(courierDirectory([iva], { licenses }).all[0]).toMatchObject({
        deviceTitle: 'new',
        onShiftSince: 2,
      });
    }
    expect(courierDirectory([iva], null).all[0]?.onShift).toBe(false);
  });
});

it('courierOf finds the courier in either system, and nobody where there is nobody we know', () => {
  const of = (changes: Parameters<typeof dispatchOrder>[0]) =>
    courierOf(dispatchOrder(changes), directory)?.courierId ?? null;
  expect(of({ courierId: '2' })).toBe('2');
  expect(of({ courierId: '77' })).toBeNull();
  expect(of({ system: 'kassa', courierLogin: '79123456789' })).toBe('1');
  expect(of({ system: 'kassa', courierLogin: '79991112233' })).toBeNull();
  expect(of({})).toBeNull();
});

it('a Kassa login is eleven digits from 7', () => {
  expect(kassaLogin('8 912 345-67-89')).toBe('79123456789');
  expect(kassaLogin('+9999999999')).toBe('79999999999');
  expect(kassaLogin('+380 44 123 45 67')).toBeNull();
  expect(kassaLogin('+77777777')).toBeNull();
  expect(kassaLogin('')).toBeNull();
  expect(kassaLogin(null)).toBeNull();
});

it('kassaBar says why a courier cannot have Kassa orders', () => {
  expect(kassaBar(courier('1'), directory)).toBeNull();
  expect(kassaBar(courier('2'), directory)).toBe('sharedPhone');
  expect(kassaBar(courier('4'), directory)).toBe('noPhone');
  expect(kassaBar(courier('5'), directory)).toBe('notALogin');
});
