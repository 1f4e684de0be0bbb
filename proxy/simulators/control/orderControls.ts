/** The orders of each upstream as `/__sim/orders` shows and changes them. */
import { isLosslessNumber } from 'lossless-json';
import { readOrderPatch } from '../ireca/orderInput.ts';
import { writeRawOrder } from '../ireca/orderRecord.ts';
import { readFields, readStatus } from '../kassa/orderInput.ts';
import { writeKassaOrder } from '../kassa/orderRecord.ts';
import { byApp } from '../world/irecaOrder.ts';
import type { World } from '../world/world.ts';
import type { OrderControl } from './controlApp.ts';
import { refusal } from './refusal.ts';

/** "The couriers' app changed this order": the journal says so, with the courier who has it. */
export function irecaOrderControl(world: World, now: () => number): OrderControl {
  const { ireca } = world;
  return {
    count: ireca.count,
    read: (id) => {
      const order = ireca.get(id);
      return order ? JSON.stringify(writeRawOrder(order)) : null;
    },
    readAll: () => JSON.stringify([...ireca.all()].map(writeRawOrder)),
    patch: (id, fields) => {
      const order = ireca.get(id);
      if (!order) throw refusal('No such order', 404);
      const plain = Object.fromEntries(
        Object.entries(fields).map(([key, value]) => [
          key,
          isLosslessNumber(value) ? Number(value.value) : value,
        ]),
      );
      ireca.change(order, readOrderPatch(world, plain), byApp(order.state.courierId), now());
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
