/** Every list of iRECA's API by its slug, each once: a list that is not here has no page. */
import type { ListSlug } from '#src/domain/declaration.ts';
import type { DeclaredList } from './declare.ts';
import {
  calcTypesList,
  closeTypesList,
  deliveryStatusesList,
  orderStatusesList,
  permissionsList,
  taxTypesList,
} from './dictionaryLists.ts';
import {
  cancelReasonsList,
  clientsList,
  goodsList,
  paymentTypesList,
  rolesList,
  specificitiesList,
  suppliersList,
  taxesList,
} from './keptLists.ts';
import { couriersList, warehousesList } from './ownPageLists.ts';

/** All lists, in the order in which they are named to people. */
export const DECLARED: readonly DeclaredList[] = [
  goodsList,
  specificitiesList,
  clientsList,
  suppliersList,
  cancelReasonsList,
  paymentTypesList,
  taxesList,
  rolesList,
  couriersList,
  warehousesList,
  orderStatusesList,
  deliveryStatusesList,
  closeTypesList,
  taxTypesList,
  calcTypesList,
  permissionsList,
];

const BY_SLUG = new Map(DECLARED.map((list) => [list.slug, list]));

/** The list of a slug. @throws {Error} for one that is not declared: slugs are checked by the compiler. */
export function declaredList(slug: ListSlug): DeclaredList {
  const list = BY_SLUG.get(slug);
  if (!list) throw new Error(`No such list: ${slug}`);
  return list;
}
