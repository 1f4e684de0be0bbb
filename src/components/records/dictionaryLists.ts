/** Dictionaries of iRECA: read, never written. */
import * as lists from '#src/api/resources.ts';
import { declare } from './declare.ts';

export const orderStatusesList = declare(lists.orderStatuses, {
  slug: 'order-statuses',
  name: ['title'],
  columns: [
    { key: 'title', width: 320, grow: true },
    { key: 'statusId', width: 120 },
  ],
  fields: [],
  can: {},
});

export const deliveryStatusesList = declare(lists.deliveryStatuses, {
  slug: 'delivery-statuses',
  name: ['title'],
  columns: [
    { key: 'title', width: 320, grow: true },
    { key: 'statusId', width: 120 },
  ],
  fields: [],
  can: {},
});

export const closeTypesList = declare(lists.closeTypes, {
  slug: 'close-types',
  name: ['title'],
  columns: [
    { key: 'title', width: 320, grow: true },
    { key: 'closeTypeId', width: 120 },
  ],
  fields: [],
  can: {},
});

export const taxTypesList = declare(lists.taxTypes, {
  slug: 'tax-types',
  name: ['title'],
  columns: [{ key: 'title', width: 320, grow: true }],
  fields: [],
  can: {},
});

export const calcTypesList = declare(lists.calcTypes, {
  slug: 'calculation-subjects',
  name: ['title'],
  columns: [
    { key: 'title', width: 320, grow: true },
    { key: 'calcId', width: 120 },
  ],
  fields: [],
  can: {},
});

export const permissionsList = declare(lists.permissions, {
  slug: 'permissions',
  name: ['description'],
  columns: [
    { key: 'description', width: 320, grow: true },
    { key: 'permissionId', width: 240 },
  ],
  fields: [],
  can: {},
});
