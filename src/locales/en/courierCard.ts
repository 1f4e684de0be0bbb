/** Words of couriers on the map: the chosen one beside it, what their markers say, who was not seen. */
import type { courierCard as russian } from '#src/locales/ru/courierCard.ts';

const orders = (n: number) => (n === 1 ? 'order' : 'orders');

export const courierCard: typeof russian = {
  marker: {
    label: (name, standing, age) =>
      `${name}, ${standing}, ${age === null ? 'position is fresh' : `position ${age} ago`}`,
  },
  list: {
    only: 'Show only',
    silent: (n) => `silent for over 10 min: ${n}`,
    never: (n) => `never seen: ${n}`,
    nobody: 'Nobody at the moment',
  },
  region: (name) => `Courier ${name}`,
  back: 'Back to the list of couriers',
  backShort: 'Back',
  call: (phone) => `Call ${phone}`,
  noPhone: 'no phone on record',
  onShift: (since) => `on shift since ${since}`,
  onShiftNow: 'on shift',
  offShift: 'off shift',
  shiftUnknown: 'shift not known',
  unknown: 'iRECA has no such courier',
  unknownWhy: (id) => `Number in the address: ${id}. The courier may have been deleted.`,
  reading: 'Reading the courier…',
  counts: 'Orders of this courier',
  open: (n) => `${n} open`,
  late: (n) => `${n} late`,
  atRisk: (n) => `${n} at risk`,
  position: {
    title: 'Position',
    seen: (ago) => `${ago} ago`,
    never: 'none so far: not on the map',
    ghost: 'over 10 minutes: only an outline on the map',
    accuracy: 'Accuracy',
    metres: (n) => `±${n} m`,
    noAccuracy: 'accuracy not known',
    setAside: 'A newer position was set aside',
    inHand: 'Order in hand',
    next: 'Next one',
    in: (time) => `in ${time}`,
    now: 'updating…',
    show: 'Show on the map',
  },
  orders: {
    title: 'Orders by window',
    way: (distance) => `${distance} as the crow flies`,
    none: 'No open orders',
    noWindow: 'no window',
    noPoint: 'no point on the map',
    noAddress: 'no address',
    openCard: (number) => `Open the card of order ${number}`,
  },
  assign: (n) => `Assign selected: ${n}`,
  assignLabel: (n, name) => `Assign selected (${n} ${orders(n)}): ${name}`,
  table: 'Show in the table',
  tableShort: 'In the table',
  sheet: 'Run sheet',
};
