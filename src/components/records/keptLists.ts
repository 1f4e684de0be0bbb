/** The reference lists that can be kept, as they are declared: one page shows them all. */
import * as lists from '#src/api/resources.ts';
import { ALL_DEEDS, declare } from './declare.ts';

export const goodsList = declare(lists.goods, {
  slug: 'goods',
  name: ['title'],
  columns: [
    { key: 'imageUrl', width: 52, picture: true },
    { key: 'title', width: 260, grow: true },
    { key: 'article', width: 110 },
    { key: 'goodId', width: 110 },
    { key: 'parentId', width: 150 },
    { key: 'price', width: 110 },
    { key: 'taxId', width: 90 },
    { key: 'unit', width: 64 },
    { key: 'warehouses', width: 150 },
  ],
  fields: [
    { key: 'goodId', kind: 'text', required: true, check: 'id', group: 'about' },
    { key: 'title', kind: 'text', required: true },
    { key: 'article', kind: 'text' },
    { key: 'parentId', kind: 'reference', from: 'goods', named: true },
    { key: 'description', kind: 'text', long: true },
    { key: 'price', kind: 'money', required: true, least: 'zero', group: 'money' },
    { key: 'taxId', kind: 'reference', from: 'taxes', required: true },
    { key: 'calcId', kind: 'reference', from: 'calculation-subjects' },
    { key: 'unit', kind: 'text' },
    { key: 'weight', kind: 'number', asText: true, least: 'zero' },
    { key: 'multiplicity', kind: 'number', least: 'positive' },
    { key: 'warehouses', kind: 'stock', from: 'warehouses', group: 'stock' },
    { key: 'imageUrl', kind: 'text', check: 'url', group: 'pictures' },
    { key: 'imageBigUrl', kind: 'text', check: 'url' },
  ],
  sort: 'title',
  can: ALL_DEEDS,
  keepsDeleted: true,
});

export const specificitiesList = declare(lists.specificities, {
  slug: 'specificities',
  name: ['title', 'value'],
  columns: [
    { key: 'imageUrl', width: 52, picture: true },
    { key: 'title', width: 240, grow: true },
    { key: 'value', width: 160 },
    { key: 'price', width: 110 },
    { key: 'article', width: 120 },
    { key: 'parentId', width: 160 },
    { key: 'specificityId', width: 100 },
  ],
  fields: [
    { key: 'specificityId', kind: 'text', required: true, check: 'id', group: 'about' },
    { key: 'title', kind: 'text', required: true },
    { key: 'value', kind: 'text' },
    { key: 'parentId', kind: 'reference', from: 'specificities', named: true },
    { key: 'article', kind: 'text' },
    { key: 'price', kind: 'money', required: true, least: 'zero', group: 'money' },
    { key: 'imageUrl', kind: 'text', check: 'url', group: 'pictures' },
    { key: 'imageBigUrl', kind: 'text', check: 'url' },
  ],
  sort: 'title',
  can: ALL_DEEDS,
  keepsDeleted: true,
});

export const clientsList = declare(lists.clients, {
  slug: 'clients',
  name: ['title', 'firstname', 'lastname'],
  columns: [
    { key: 'title', width: 200, grow: true },
    { key: 'lastname', width: 120 },
    { key: 'firstname', width: 104 },
    { key: 'phone', width: 144 },
    { key: 'email', width: 172 },
    { key: 'inn', width: 112 },
    { key: 'addressEntity.street', width: 150 },
    { key: 'clientId', width: 90 },
  ],
  fields: [
    { key: 'clientId', kind: 'text', required: true, check: 'id', group: 'about' },
    { key: 'firstname', kind: 'text', required: true },
    { key: 'lastname', kind: 'text', required: true },
    { key: 'title', kind: 'text', required: true, otherwise: ['firstname', 'lastname'] },
    { key: 'birthday', kind: 'day', required: true },
    { key: 'inn', kind: 'text', check: 'inn' },
    { key: 'description', kind: 'text', long: true },
    { key: 'phone', kind: 'text', check: 'phone', group: 'contacts' },
    { key: 'email', kind: 'text', check: 'email' },
    { key: 'addressEntity.city', kind: 'text', group: 'address' },
    { key: 'addressEntity.street', kind: 'text' },
    { key: 'addressEntity.home', kind: 'text' },
    { key: 'addressEntity.apartment', kind: 'text' },
  ],
  sort: 'lastname',
  can: ALL_DEEDS,
});

export const suppliersList = declare(lists.suppliers, {
  slug: 'suppliers',
  name: ['title'],
  columns: [
    { key: 'title', width: 220, grow: true },
    { key: 'inn', width: 130 },
    { key: 'phone', width: 150 },
    { key: 'address', width: 340 },
    { key: 'taxId', width: 90 },
    { key: 'supplierId', width: 90 },
  ],
  fields: [
    { key: 'supplierId', kind: 'text', required: true, check: 'id', group: 'about' },
    { key: 'title', kind: 'text', required: true },
    { key: 'inn', kind: 'text', check: 'inn' },
    { key: 'taxId', kind: 'reference', from: 'taxes' },
    { key: 'description', kind: 'text', long: true },
    { key: 'phone', kind: 'text', check: 'phone', group: 'contacts' },
    { key: 'address', kind: 'text' },
  ],
  sort: 'title',
  can: ALL_DEEDS,
});

export const cancelReasonsList = declare(lists.returnReasons, {
  slug: 'cancel-reasons',
  name: ['title'],
  columns: [
    { key: 'title', width: 320, grow: true },
    { key: 'type', width: 140, mark: true },
    { key: 'reasonId', width: 100 },
  ],
  fields: [
    { key: 'reasonId', kind: 'text', required: true, check: 'id', group: 'about' },
    { key: 'title', kind: 'text', required: true },
  ],
  can: ALL_DEEDS,
});

export const paymentTypesList = declare(lists.paymentTypes, {
  slug: 'payment-types',
  name: ['title'],
  columns: [
    { key: 'title', width: 280, grow: true },
    { key: 'closeTypeId', width: 200 },
    { key: 'paymentTypeId', width: 100 },
  ],
  fields: [
    { key: 'paymentTypeId', kind: 'text', required: true, check: 'id', group: 'about' },
    { key: 'title', kind: 'text', required: true },
    { key: 'closeTypeId', kind: 'reference', from: 'close-types', required: true },
  ],
  can: ALL_DEEDS,
});

export const taxesList = declare(lists.taxes, {
  slug: 'taxes',
  name: ['title'],
  columns: [
    { key: 'title', width: 280, grow: true },
    { key: 'taxId', width: 100 },
  ],
  fields: [
    { key: 'taxId', kind: 'text', required: true, check: 'id', group: 'about' },
    { key: 'title', kind: 'text', required: true, from: 'tax-types' },
  ],
  can: ALL_DEEDS,
});

export const rolesList = declare(lists.userRoles, {
  slug: 'roles',
  name: ['title'],
  columns: [
    { key: 'title', width: 280, grow: true },
    { key: 'roleId', width: 100 },
  ],
  fields: [
    { key: 'roleId', kind: 'text', required: true, check: 'id', group: 'about' },
    { key: 'title', kind: 'text', required: true },
  ],
  can: ALL_DEEDS,
  keepsDeleted: true,
});
