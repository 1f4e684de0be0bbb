/** The orders of each upstream as `/__sim/orders` shows and changes them. */
import { isLosslessNumber } from 'lossless-json';
import { readOrderPatch } from '../ireca/orderInput.ts';
import { writeRawOrder } from '../ireca/orderRecord.ts';
import { readFields, readStatus } from '../kassa/orderInput.ts';
import { makeReceipt, recorderOf } from '../scenario/deeds.ts';
import { writeKassaOrder } from '../kassa/orderRecord.ts';
import { byApp } from '../world/irecaOrder.ts';
import type { World } from '../world/world.ts';
import type { OrderControl } from './controlApp.ts';
import { refusal } from './refusal.ts';

/** A number of the control's lossless JSON as a number, at every depth. */
function plain(value: unknown): unknown {
  if (isLosslessNumber(value)) return Number(value.value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

/**
 * "The couriers' app changed this order": the journal says so, with the courier who has it. Any field that the API can
 * write may be named, and `receipt`: true prints one now, false takes it away.
 */
export function irecaOrderControl(world: World, now: () => number): OrderControl {
  const { ireca } = world;
  return {
    count: ireca.count,
    read: (id) => {
      const order = ireca.get(id);
      return order ? JSON.stringify(writeRawOrder(order)) : null;
    },
    readAll: () => JSON.stringify([...ireca.all()].map(writeRawOrder)),
    patch: (id, fields, source) => {
      const order = ireca.get(id);
      if (!order) throw refusal('No such order', 404);
      const { courierId } = order.state;
      const { receipt, ...sent } = plain(fields) as Record<string, unknown>;
      if (typeof receipt === 'boolean') {
        order.receipt = receipt ? makeReceipt(order.state, recorderOf(courierId ?? '0'), now()) : null;
      }
      const by = source === undefined ? byApp(courierId) : { source, courierId: null };
      ireca.change(order, readOrderPatch(world, sent), by, now());
    },
  };
}

/** "The cash desk changed this order": no rule stands in its way; the status row names who has the order. */
export function kassaOrderControl({ kassa }: World, now: () => number, login: string): OrderControl {
  return {
    count: kassa.count,
    read: (id) => {
      const order = kassa.get(Number(id));
      return order ? writeKassaOrder(kassa, order) : null;
    },
    readAll: () => `[${[...kassa.all()].map((order) => writeKassaOrder(kassa, order)).join(',')}]`,
    patch: (id, fields) => {
      const order = kassa.get(Number(id));
      if (!order) throw refusal('No such order', 404);
      const patch = readFields(fields);
      if (fields.currentStatusType === undefined) return kassa.change(order, patch, now());
      const by = { login: patch.responsiblePersonLogin ?? order.fields.responsiblePersonLogin ?? login };
      return kassa.move(order, readStatus(fields.currentStatusType), by, now(), patch);
    },
  };
}
