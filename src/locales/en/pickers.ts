/** Words of choosing an order or a courier by typing. */
import type { pickers as russian } from '#src/locales/ru/pickers.ts';

const number = new Intl.NumberFormat('en-GB');

export const pickers: typeof russian = {
  order: {
    label: 'Order',
    placeholder: 'Order: number, phone, name',
    list: 'Matching orders',
    byId: (id) => `iRECA id: ${id}`,
    byIdLead: 'not in Pult’s list, but iRECA may know it',
    recent: 'Recently viewed',
    type: 'Type a number, a phone, a name or an address.',
    none: (query) => `No order matches “${query}”. A whole iRECA id can be typed too.`,
    more: (n) => `and ${number.format(n)} more: type more of it`,
    loading: 'Orders are still being read',
  },
  courier: {
    label: 'Courier',
    placeholder: 'Courier: name or phone',
    list: 'Matching couriers',
    none: (query) => `No courier “${query}”.`,
    more: (n) => `and ${number.format(n)} more: type more of it`,
    loading: 'Couriers are still being read',
    onShift: 'on shift',
    untitled: (id) => `courier ${id}`,
  },
};
