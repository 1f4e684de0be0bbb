/** Lists that have pages of their own: couriers and warehouses. */
import * as lists from '#src/api/resources.ts';
import type { IrecaCourier } from '#src/contracts/ireca/people.ts';
import { ALL_DEEDS, declare } from './declare.ts';

export const couriersList = declare<IrecaCourier, 'sourcePassword'>(lists.couriers, {
  slug: 'couriers',
  name: ['title'],
  columns: [
    { key: 'title', width: 220, grow: true },
    { key: 'phone', width: 150 },
    { key: 'roleId', width: 130 },
  ],
  fields: [
    { key: 'courierId', kind: 'text', required: true, check: 'id', group: 'about' },
    { key: 'title', kind: 'text', required: true },
    { key: 'roleId', kind: 'reference', from: 'roles' },
    { key: 'inn', kind: 'text', check: 'inn' },
    { key: 'phone', kind: 'text', required: true, check: 'phone', group: 'contacts' },
    { key: 'email', kind: 'text', required: true, check: 'email' },
    { key: 'sourcePassword', kind: 'text', required: true, secret: true },
  ],
  sort: 'title',
  can: ALL_DEEDS,
});

export const warehousesList = declare(lists.warehouses, {
  slug: 'warehouses',
  name: ['title'],
  columns: [
    { key: 'title', width: 220, grow: true },
    { key: 'street', width: 200 },
    { key: 'phone', width: 150 },
  ],
  fields: [
    { key: 'warehouseId', kind: 'text', required: true, check: 'id', group: 'about' },
    { key: 'title', kind: 'text', required: true },
    { key: 'description', kind: 'text', long: true },
    { key: 'firstname', kind: 'text', group: 'contacts' },
    { key: 'lastname', kind: 'text' },
    { key: 'phone', kind: 'text', check: 'phone' },
    { key: 'city', kind: 'text', group: 'address' },
    { key: 'street', kind: 'text' },
    { key: 'house', kind: 'text' },
    { key: 'apartment', kind: 'text' },
    { key: 'latitude', kind: 'point', group: 'place' },
  ],
  sort: 'title',
  can: ALL_DEEDS,
  keepsDeleted: true,
});
