import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { lastPositionSchema, locationSchema, parseLocations } from '#src/contracts/ireca/location.ts';

const fix = {
  orderId: 2255,
  deliveryStatusId: 6,
  returnReasonId: null,
  longitude: 30.3334289,
  latitude: 60.031945,
  accuracy: 24,
  createdAt: '2017-05-15 13:21:13',
};

const known = {
  orderId: '2255',
  deliveryStatusId: '6',
  returnReasonId: null,
  longitude: 30.3334289,
  latitude: 60.031945,
  accuracy: 24,
  createdAt: Date.UTC(2017, 4, 15, 13, 21, 13),
};

describe('parseLocations', () => {
  it('reads a bare array and a wrapped one', () => {
    expect(parseLocations([fix]).records).toEqual([known]);
    expect(parseLocations({ locations: [fix] }).records).toEqual([known]);
  });

  it('reads both names of the status', () => {
    const { deliveryStatusId, ...rest } = fix;
    expect(parseLocations([{ ...rest, orderStatusId: deliveryStatusId }]).records).toEqual([known]);
  });

  it('reads nothing as no fixes', () => {
    for (const body of [[], {}, null, '', { locations: {} }, { locations: null }]) {
      expect(parseLocations(body)).toEqual({ records: [], setAside: [] });
    }
  });

  it('refuses an error that came with status 200', () => {
    expect(() => parseLocations({ error: true, message: 'Модель не существует' })).toThrow(/expected a list/);
  });

  it('keeps fixes that are odd in a value, sets aside what is no fix', () => {
    const { records, setAside } = parseLocations([{ ...fix, latitude: '0.000', createdAt: 'вчера' }, null]);
    expect(records).toEqual([{ ...known, latitude: 0, createdAt: null }]);
    expect(setAside).toHaveLength(1);
  });
});

it('a last position says whose it is', () => {
  expect(lastPositionSchema.parse({ ...fix, courierId: 55752 })).toEqual({ ...known, courierId: '55752' });
  expect(lastPositionSchema.safeParse(fix).success).toBe(false);
});

it('writes a fix back as documented', () => {
  expect(z.encode(locationSchema, known)).toEqual({ ...fix, orderId: '2255', deliveryStatusId: '6' });
});
