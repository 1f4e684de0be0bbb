/** The shops' side of the day: numbers for new orders, packing, the cash desk, and giving orders to couriers. */
import type { Dice } from '../dice.ts';
import { BY_TOKEN, DELIVERY, type Author, type IrecaOrder } from '../world/irecaOrder.ts';
import { jobsOf } from '../world/job.ts';
import type { KassaOrder } from '../world/kassaOrder.ts';
import type { Member } from '../world/member.ts';
import type { World } from '../world/world.ts';
import { KASSA_ADMIN } from './crew.ts';
import { createIrecaOrderMaker, type IrecaWish } from './irecaOrderMaker.ts';
import { createKassaOrderMaker, type KassaWish } from './kassaOrderMaker.ts';
import { MINUTE } from './windows.ts';

export type Shops = {
  irecaOrder: (dice: Dice, wish: Omit<IrecaWish, 'orderId'>, earlier?: boolean) => IrecaOrder;
  kassaOrder: (dice: Dice, wish: KassaWish) => KassaOrder;
  /** Whether the next order is one of Kassa's, so that these make up their share. `possible` false puts it off. */
  isKassaNext: (possible: boolean) => boolean;
  /** Packs an order of iRECA (1 → 6) some minutes after `at`. */
  pack: (order: IrecaOrder, at: number, dice: Dice) => void;
  /** The cash desk confirms a new order of Kassa, and hands over what is fetched in person. */
  serve: (order: KassaOrder, at: number, dice: Dice) => void;
  giveIreca: (order: IrecaOrder, member: Member, at: number) => void;
  giveKassa: (order: KassaOrder, member: Member, at: number) => void;
  /** A courier on shift with little to do (and an account in Kassa, if `inKassa`); undefined when nobody is. */
  freeMember: (dice: Dice, inKassa: boolean) => Member | undefined;
};

const KASSA_SHARE = 0.28;
const FIRST_ORDER_ID = 209_900;

export function createShops(world: World): Shops {
  const { ireca, kassa, events } = world;
  const makeIreca = createIrecaOrderMaker(world);
  const makeKassa = createKassaOrderMaker(world);
  /** How many orders stand on each courier's route sheet of today. */
  const onSheet = new Map<string, number>();
  let [next, previous, owed] = [FIRST_ORDER_ID, FIRST_ORDER_ID - 1, 0];

  const nextOrderId = (earlier: boolean): string => {
    if (earlier) return String(previous--);
    while (ireca.get(String(next))) next += 1;
    return String(next++);
  };
  const shop = (order: IrecaOrder): Author => ({
    source: order.journal[0]?.source ?? BY_TOKEN.source,
    courierId: null,
  });

  return {
    irecaOrder: (dice, wish, earlier = false) => makeIreca(dice, { ...wish, orderId: nextOrderId(earlier) }),
    kassaOrder: makeKassa,
    isKassaNext: (possible) => {
      owed += KASSA_SHARE;
      if (!possible || owed < 1) return false;
      owed -= 1;
      return true;
    },
    pack: (order, at, dice) => {
      events.push(at + dice.between(3, 10) * MINUTE, (time) => {
        if (order.state.deliveryStatusId !== DELIVERY.made) return;
        ireca.change(order, { deliveryStatusId: DELIVERY.prepared }, shop(order), time);
      });
    },
    serve: (order, at, dice) => {
      const { fields, window } = order;
      events.push(at + dice.between(4, 12) * MINUTE, (time) => {
        if (fields.currentStatusType === 'NEW') kassa.move(order, 'ACCEPTED', { login: KASSA_ADMIN }, time);
      });
      if (fields.deliveryType === 'COURIER') return;
      events.push(Math.max(at + 15 * MINUTE, window.to - dice.between(0, 50) * MINUTE), (time) => {
        if (fields.currentStatusType !== 'ACCEPTED') return;
        kassa.move(order, 'ISSUED', { login: KASSA_ADMIN }, time, {
          paid: true,
          actualDeliveryTime: time,
          cashierName: kassa.nameOf(KASSA_ADMIN),
        });
        events.push(time + MINUTE, (end) => kassa.move(order, 'FINISHED', { login: KASSA_ADMIN }, end));
      });
    },
    giveIreca: (order, { courierId }, at) => ireca.change(order, { courierId }, BY_TOKEN, at),
    giveKassa: (order, { courierId, login }, at) => {
      const position = (onSheet.get(courierId) ?? 0) + 1;
      onSheet.set(courierId, position);
      kassa.move(order, 'DISTRIBUTED', { login: KASSA_ADMIN }, at, {
        responsiblePersonLogin: login,
        routeSheetDocumentId: Number(courierId),
        routeSheetDocumentNumber: `МЛ-${courierId}`,
        routeSheetDocumentPosition: position,
      });
    },
    freeMember: (dice, inKassa) => {
      const able = [...world.crew.values()].filter(
        ({ onShift, login }) => onShift && (!inKassa || kassa.employees.has(login)),
      );
      if (able.length === 0) return undefined;
      const asked = [dice.pick(able), dice.pick(able), dice.pick(able)];
      return asked.sort((a, b) => jobsOf(world, a).length - jobsOf(world, b).length)[0];
    },
  };
}
