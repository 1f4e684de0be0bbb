/** The ten reference lists of iRECA that share six verbs (iRECA API text, the section of each list). */
import type { Role } from '#src/contracts/session.ts';

export type KeptList = {
  /** Below the upstream's base address. */
  path: string;
  /** The field by which iRECA names a record, and the name of the query that asks for one. */
  idKey: string;
  /** Read by `page` and `count`. */
  paged: boolean;
  /** Who may add to it, where that is not the admin. */
  addedBy?: Role;
  /**
   * A secret that every record holds and no reading gives out: whoever changes a record and leaves it out means the one
   * that is stored.
   */
  secret?: string;
  /** Orders quote its records: a change of one changes what stands on the board. */
  quoted?: true;
};

export const KEPT_LISTS: readonly KeptList[] = [
  { path: '/goods', idKey: 'goodId', paged: true },
  { path: '/specificities', idKey: 'specificityId', paged: true, quoted: true },
  { path: '/warehouses', idKey: 'warehouseId', paged: true, quoted: true },
  { path: '/couriers', idKey: 'courierId', paged: false, secret: 'sourcePassword' },
  { path: '/userRoles', idKey: 'roleId', paged: false },
  // A new client is made within an order.
  { path: '/clients', idKey: 'clientId', paged: false, addedBy: 'dispatcher' },
  { path: '/suppliers', idKey: 'supplierId', paged: true },
  { path: '/orderReturnReasons', idKey: 'reasonId', paged: false },
  { path: '/paymentTypes', idKey: 'paymentTypeId', paged: false },
  { path: '/taxes', idKey: 'taxId', paged: false },
];
