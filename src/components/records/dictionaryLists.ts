/** Dictionaries of iRECA: read, never written. */
import type { Resource } from '#src/api/resource.ts';
import * as lists from '#src/api/resources.ts';
import type { ColumnSpec, FieldPath, ListSlug } from '#src/domain/declaration.ts';
import type { DeclaredList } from './declare.ts';
import { declare } from './declare.ts';

/** @param name what a record says: a wide column. @param beside its number or key, where it has one. */
const dictionary = <R>(
  source: Resource<R>,
  slug: ListSlug,
  name: FieldPath<R>,
  ...beside: ColumnSpec<FieldPath<R>>[]
): DeclaredList =>
  declare(source, {
    slug,
    name: [name],
    columns: [{ key: name, width: 320, grow: true }, ...beside],
    fields: [],
    can: {},
  });

const statusNumber = { key: 'statusId', width: 120 } as const;

export const orderStatusesList = dictionary(lists.orderStatuses, 'order-statuses', 'title', statusNumber);
export const deliveryStatusesList = dictionary(
  lists.deliveryStatuses,
  'delivery-statuses',
  'title',
  statusNumber,
);
export const closeTypesList = dictionary(lists.closeTypes, 'close-types', 'title', {
  key: 'closeTypeId',
  width: 120,
});
export const taxTypesList = dictionary(lists.taxTypes, 'tax-types', 'title');
export const calcTypesList = dictionary(lists.calcTypes, 'calculation-subjects', 'title', {
  key: 'calcId',
  width: 120,
});
export const permissionsList = dictionary(lists.permissions, 'permissions', 'description', {
  key: 'permissionId',
  width: 240,
});
