/** Words of the map's page. */
import type { mapPage as russian } from '#src/locales/ru/mapPage.ts';

export const mapPage: typeof russian = {
  side: 'Couriers and orders',
  tabs: 'What the list shows',
  couriers: 'Couriers',
  orders: (n) => `Orders ${n}`,
  reading: 'Reading orders…',
  query: (text) => `search: ${text}`,
  clearQuery: 'Clear the search',
  hidden: (n) => `hidden by the search: ${n}`,
};
