import { describe, expect, it } from 'vitest';
import { boardOrderSchema, toBoardBody } from '#src/contracts/ireca/boardOrder.ts';
import * as kassa from '#src/contracts/kassa/onlineOrder.ts';
import { dispatchOrderFromIreca } from '#src/domain/fromIreca.ts';
import { dispatchOrderFromKassa } from '#src/domain/fromKassa.ts';
import { irecaState, kassaState, sameState } from '#src/domain/orderState.ts';
import { flatKassaOrder, rawIrecaOrder, rawKassaOrder } from '#src/testing/sampleOrders.ts';

const NOTHINGS = [null, '', {}, undefined];

describe('irecaState', () => {
  it('reads ids as text and three kinds of nothing as null', () => {
    expect(irecaState({ deliveryStatusId: 6, courierId: 55752 })).toEqual({
      status: '6',
      courierId: '55752',
    });
    expect(irecaState({ deliveryStatusId: '6', courierId: '55752' })).toEqual({
      status: '6',
      courierId: '55752',
    });
    for (const nobody of NOTHINGS)
      expect(irecaState({ courierId: nobody })).toEqual({ status: null, courierId: null });
    for (const odd of [null, 'odd', 7, []])
      expect(irecaState(odd)).toEqual({ status: null, courierId: null });
  });

  it('is what the screen has as seen: else every command would end as changed', () => {
    for (const courierId of [...NOTHINGS, '55752', 55752, ' 7 ']) {
      for (const deliveryStatusId of [...NOTHINGS, 1, '6', 42]) {
        const raw = rawIrecaOrder({ courierId, deliveryStatusId });
        const order = dispatchOrderFromIreca(boardOrderSchema.parse(toBoardBody(raw)));
        expect(irecaState(raw)).toEqual(order.seen);
      }
    }
  });
});

describe('kassaState', () => {
  it('is what the screen has as seen, of either shape', () => {
    for (const responsiblePersonLogin of [...NOTHINGS, '79916871260', 79916871260, '+7 991 687-12-60']) {
      for (const currentStatusType of [...NOTHINGS, 'NEW', 'DISTRIBUTED', 'RETURNED']) {
        const changes = { responsiblePersonLogin, currentStatusType };
        const { seen } = dispatchOrderFromKassa(
          kassa.onlineOrderSchema.parse(kassa.toBoardBody(rawKassaOrder(changes))),
        );
        expect(kassaState(rawKassaOrder(changes))).toEqual(seen);
        expect(kassaState(flatKassaOrder(changes))).toEqual(seen);
      }
    }
    expect(kassaState(null)).toEqual({ status: null, courierId: null });
  });
});

it('sameState compares both', () => {
  const state = { status: '6', courierId: '7' };
  expect(sameState(state, { ...state })).toBe(true);
  expect(sameState(state, { ...state, status: '7' })).toBe(false);
  expect(sameState(state, { ...state, courierId: null })).toBe(false);
});
