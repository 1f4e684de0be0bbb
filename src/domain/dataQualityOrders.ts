/** What is odd about orders: set aside by the reader, or readable and yet wrong. */
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import type { Finding, QualityKind } from '#src/domain/dataQuality.ts';
import { finding } from '#src/domain/dataQuality.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { phoneDigits } from '#src/lib/phone.ts';

/** Orders that could not be read, by their keys (`ireca:209900`). */
export function ordersSetAside(records: Iterable<{ key: string; reason: string }>): Finding[] {
  return [...records].map(({ key, reason }) => {
    const [system = '', ...rest] = key.split(':');
    return finding({
      kind: 'orderSetAside',
      subject: {
        what: 'order',
        system: system === 'kassa' ? 'kassa' : 'ireca',
        id: rest.join(':'),
        name: '',
      },
      value: reason,
      over: false,
    });
  });
}

/** Whose hands it is in, where those are nobody's we know. */
function strange(order: DispatchOrder, directory: CourierDirectory): [QualityKind, string] | null {
  const { courierId, courierLogin } = order;
  if (courierId !== null) return directory.byId.has(courierId) ? null : ['unknownCourier', courierId];
  if (courierLogin === null || directory.byPhone.has(courierLogin)) return null;
  const shared = directory.sharedPhones.has(phoneDigits(courierLogin) ?? courierLogin);
  return [shared ? 'sharedLogin' : 'unknownLogin', courierLogin];
}

/**
 * @param directory null while couriers are not known: then nobody is called unknown.
 * Kassa has no coordinates at all, so their absence is no finding about a Kassa order.
 */
export function oddOrders(orders: Iterable<DispatchOrder>, directory: CourierDirectory | null): Finding[] {
  const found: Finding[] = [];
  for (const order of orders) {
    const { problems, system, id, number, address, selfPickUp, windowFrom, windowTo, open } = order;
    const add = (kind: QualityKind, value = '', more: Partial<Pick<Finding, 'window'>> = {}) =>
      found.push(
        finding({
          kind,
          subject: { what: 'order', system, id, name: number },
          value,
          over: !open,
          also: address,
          ...more,
        }),
      );
    const hands = directory && strange(order, directory);
    if (hands) add(...hands);
    if (address === '' && !selfPickUp) add('noAddress');
    for (const problem of problems) {
      if (problem === 'windowReversed' && windowFrom !== null && windowTo !== null) {
        add(problem, '', { window: { from: windowFrom, to: windowTo } });
      } else if (problem === 'unknownStatus') add(problem, order.status ?? '');
      else if (problem === 'zeroPoint' || problem === 'noPoint') add(problem, address);
      else add(problem);
    }
  }
  return found;
}
