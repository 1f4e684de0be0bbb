/** Words of the menu of a pin. */
import type { pinMenu as russian } from '#src/locales/ru/pinMenu.ts';

const orders = (n: number) => `${n} ${n === 1 ? 'order' : 'orders'}`;

export const pinMenu: typeof russian = {
  label: (number) => `Order ${number}`,
  close: 'Close the menu',
  several: (n) => `${orders(n)} at this spot`,
  severalHint: 'Choose an order',
  severalList: 'Orders at this spot',
  rest: (n) => `and ${n} more: zoom in`,
  selectAll: (n) => `Select all ${n}`,
  back: (n) => `All orders at this spot: ${n}`,
  noWindow: 'no window given',
  until: (time) => `until ${time}`,
  noAddress: 'no address given',
  noClient: 'no client given',
  call: (phone) => `Call ${phone}`,
  noCourier: 'no courier',
  selfPickUp: 'picked up by the client, no courier needed',
  courierGone: (id) => `courier no. ${id}, no longer in iRECA`,
  pending: 'A command is on its way…',
  all: (n) => `All couriers… ${n}`,
  unassign: 'Take from courier',
  reschedule: 'Move the window…',
  readdress: 'Change the address…',
  cancel: 'Cancel…',
  open: 'Open the card',
  cannot: (why) => `Not possible: ${why}`,
  standing: {
    hidden: 'Not on the map now: hidden by a filter, the search or a layer.',
    noPoint: 'No point: it is not on the map.',
    over: 'No longer open, taken off the map.',
    gone: 'This order is no longer in the list.',
  },
  drag: {
    several: orders,
    onto: (name) => `→ ${name}`,
    hint: 'let go on a courier',
  },
};
