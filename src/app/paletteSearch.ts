/** What the palette finds: a few orders and couriers, exact beginnings first. */
import type { Courier } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { digitsOf, fold } from '#src/lib/text.ts';

const MOST = 7;
/** Fewer letters or digits than this match half the town. */
const SHORTEST = 2;

/** Orders whose number or phone holds what was typed; those whose number begins with it come first. */
export function foundOrders(
  orders: ReadonlyMap<string, DispatchOrder> | undefined,
  query: string,
): DispatchOrder[] {
  const typed = fold(query);
  const digits = digitsOf(query);
  if (!orders || typed.length < SHORTEST) return [];
  const first: DispatchOrder[] = [];
  const rest: DispatchOrder[] = [];
  for (const order of orders.values()) {
    const number = fold(order.number);
    if (number.startsWith(typed)) first.push(order);
    else if (rest.length < MOST && (number.includes(typed) || holdsPhone(order, digits))) rest.push(order);
    if (first.length === MOST) break;
  }
  return [...first, ...rest].slice(0, MOST);
}

const holdsPhone = (order: DispatchOrder, digits: string) =>
  digits.length > SHORTEST && order.searchDigits.includes(digits);

/** Couriers whose name holds what was typed. */
export function foundCouriers(couriers: readonly Courier[], query: string): Courier[] {
  const typed = fold(query);
  if (typed.length < SHORTEST) return [];
  return couriers.filter((courier) => fold(courier.title).includes(typed)).slice(0, MOST);
}
