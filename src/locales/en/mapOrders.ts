/** Words of the list of orders beside the map, and of putting an order on the map by hand. */
import { enPlural } from '#src/locales/plural.ts';
import type { mapOrders as russian } from '#src/locales/ru/mapOrders.ts';

const orderWord = (n: number) => enPlural(n, 'order', 'orders');

export const mapOrders: typeof russian = {
  title: 'Orders on the map',
  sections: { without: 'No point', hand: 'Placed by hand', placed: 'On the map' },
  selectAll: (section) => `Select all: ${section}`,
  show: (n) => `Show ${n} ${orderWord(n)} without a point`,
  hide: 'Fold the orders without a point',
  select: (number) => `Select order ${number}`,
  menu: (number) => `What to do with order ${number}`,
  noWindow: 'no window',
  noAddress: 'no address',
  noCourier: 'no courier',
  unknownCourier: 'courier not on the list',
  notNeeded: 'no courier needed',
  why: {
    kassa: 'Kassa gives no coordinates',
    selfPickUp: 'picked up by the client',
    noAddress: 'neither address nor point',
    zero: 'iRECA says (0, 0)',
    none: 'iRECA gave no coordinates',
  },
  byHand: 'seen only by you',
  put: 'Put on the map',
  putShort: 'On the map',
  putOne: (number) => `Put on the map order ${number}`,
  move: 'Move',
  moveOne: (number) => `Move order ${number}`,
  take: 'Remove',
  takeOne: (number) => `Remove from the map order ${number}`,
  said: {
    placed: (number) => `Order ${number} is on the map`,
    taken: (number) => `Order ${number} is off the map`,
    givenUp: 'No point was set',
  },
  placing: {
    label: 'Point of an order by hand',
    where: (number) => `Click where order ${number} is`,
    noAddress: 'the order has no address',
    keys: 'Arrow keys pan, Enter takes the centre, Esc gives up',
    local: 'Only you see the point, while this tab is open: it is sent to no system',
    centre: 'Centre of the map',
    cancel: 'Cancel',
  },
  reading: 'Reading orders…',
  empty: 'There are no open orders',
  emptyHere: 'No orders here: another counter or search shows the others',
};
