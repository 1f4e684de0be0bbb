import { describe, expect, it } from 'vitest';
import type { LastPosition } from '#src/contracts/ireca/location.ts';
import { acceptPosition, courierLoads, positionBand } from '#src/domain/courierState.ts';
import { directoryOf, dispatchOrder } from '#src/testing/sampleOrders.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 21, 12);

const fix = (changes: Partial<LastPosition> = {}): LastPosition => ({
  courierId: '1',
  orderId: '2255',
  deliveryStatusId: '6',
  returnReasonId: null,
  latitude: 60.03,
  longitude: 30.33,
  accuracy: 24,
  createdAt: NOW - MINUTE,
  ...changes,
});

const known = {
  courierId: '1',
  point: { latitude: 60.03, longitude: 30.33 },
  at: NOW - MINUTE,
  accuracy: 24,
  orderId: '2255',
};

it.each([
  [-MINUTE, 'fresh'],
  [0, 'fresh'],
  [2 * MINUTE, 'fresh'],
  [2 * MINUTE + 1, 'pale'],
  [10 * MINUTE, 'pale'],
  [10 * MINUTE + 1, 'ghost'],
] as const)('a position %d ms old is %s', (age, band) =>
  expect(positionBand({ ...known, at: NOW - age }, NOW)).toBe(band),
);

it('a courier without a position was never seen', () => expect(positionBand(null, NOW)).toBe('never'));

describe('acceptPosition', () => {
  it('believes a sound fix, also the first one, the same again, and one slightly ahead of our clock', () => {
    expect(acceptPosition(null, fix(), NOW)).toEqual({ accepted: true, position: known });
    expect(acceptPosition(known, fix(), NOW)).toEqual({ accepted: true, position: known });
    expect(acceptPosition(known, fix({ createdAt: NOW + 2 * MINUTE }), NOW).accepted).toBe(true);
  });

  it.each([
    [{ createdAt: NOW + 2 * MINUTE + 1 }, 'future'],
    [{ createdAt: null }, 'noTime'],
    [{ latitude: 0, longitude: 0 }, 'notKnown'],
    [{ latitude: null }, 'notKnown'],
    [{ latitude: 91 }, 'outOfRange'],
    [{ longitude: -181 }, 'outOfRange'],
    [{ createdAt: NOW - MINUTE - 1 }, 'older'],
  ] as const)('refuses %j: %s', (changes, why) =>
    expect(acceptPosition(known, fix(changes), NOW)).toEqual({ accepted: false, why }),
  );
});

describe('courierLoads', () => {
  const directory = directoryOf([
    { courierId: '1', phone: '+79123456789' },
    { courierId: '2', phone: '+79991112233' },
  ]);

  it('counts open orders of both systems for one person, late and at risk among them', () => {
    const orders = [
      dispatchOrder({ courierId: '1', windowTo: NOW - 1 }),
      dispatchOrder({ courierId: '1', windowTo: NOW + 20 * MINUTE }),
      dispatchOrder({ courierId: '1', windowTo: NOW + 40 * MINUTE }),
      dispatchOrder({ courierId: '1', open: false, windowTo: NOW - 1 }),
      dispatchOrder({ system: 'kassa', courierLogin: '79123456789', windowTo: NOW - 1 }),
      dispatchOrder({ system: 'kassa', courierLogin: '79000000000' }),
      dispatchOrder({ courierId: '77' }),
      dispatchOrder(),
    ];
    expect(courierLoads(orders, directory, NOW, 30)).toEqual(
      new Map([
        ['1', { open: 4, late: 2, atRisk: 1 }],
        ['77', { open: 1, late: 0, atRisk: 0 }],
      ]),
    );
  });
});
