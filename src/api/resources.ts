/** Every list and dictionary of iRECA's API, each once. */
import { resource } from '#src/api/resource.ts';
import {
  goodSchema,
  paymentTypeSchema,
  returnReasonSchema,
  specificitySchema,
  supplierSchema,
  taxSchema,
  warehouseSchema,
} from '#src/contracts/ireca/catalogue.ts';
import { clientSchema } from '#src/contracts/ireca/clients.ts';
import {
  calcTypeSchema,
  closeTypeSchema,
  statusSchema,
  taxTypeSchema,
} from '#src/contracts/ireca/dictionaries.ts';
import { courierSchema } from '#src/contracts/ireca/people.ts';
import { permissionSchema } from '#src/contracts/ireca/rights.ts';
import { roleSchema } from '#src/contracts/ireca/roles.ts';

export const goods = resource({ path: 'goods', idKey: 'goodId', schema: goodSchema, paged: true });
export const specificities = resource({
  path: 'specificities',
  idKey: 'specificityId',
  schema: specificitySchema,
  paged: true,
});
export const warehouses = resource({
  path: 'warehouses',
  idKey: 'warehouseId',
  schema: warehouseSchema,
  paged: true,
});
export const couriers = resource({
  path: 'couriers',
  idKey: 'courierId',
  schema: courierSchema,
  paged: false,
});
export const userRoles = resource({ path: 'userRoles', idKey: 'roleId', schema: roleSchema, paged: false });
export const clients = resource({ path: 'clients', idKey: 'clientId', schema: clientSchema, paged: false });
export const suppliers = resource({
  path: 'suppliers',
  idKey: 'supplierId',
  schema: supplierSchema,
  paged: true,
});
export const returnReasons = resource({
  path: 'orderReturnReasons',
  idKey: 'reasonId',
  schema: returnReasonSchema,
  paged: false,
});
export const paymentTypes = resource({
  path: 'paymentTypes',
  idKey: 'paymentTypeId',
  schema: paymentTypeSchema,
  paged: false,
});
export const taxes = resource({ path: 'taxes', idKey: 'taxId', schema: taxSchema, paged: false });

const dictionary = 'dictionary';
export const orderStatuses = resource({
  path: `${dictionary}/orderStatuses`,
  idKey: 'statusId',
  schema: statusSchema,
  paged: false,
});
export const deliveryStatuses = resource({
  path: `${dictionary}/orderDeliveryStatuses`,
  idKey: 'statusId',
  schema: statusSchema,
  paged: false,
});
export const closeTypes = resource({
  path: `${dictionary}/closeTypes`,
  idKey: 'closeTypeId',
  schema: closeTypeSchema,
  paged: false,
});
export const taxTypes = resource({
  path: `${dictionary}/taxTypes`,
  idKey: 'title',
  schema: taxTypeSchema,
  paged: false,
});
export const calcTypes = resource({
  path: `${dictionary}/goodCalcTypes`,
  idKey: 'calcId',
  schema: calcTypeSchema,
  paged: false,
});
export const permissions = resource({
  path: `${dictionary}/permissions`,
  idKey: 'permissionId',
  schema: permissionSchema,
  paged: false,
});
