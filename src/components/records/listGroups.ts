/** How the lists are grouped in «Справочники», and where each of them stands. */
import type { ListSlug } from '#src/domain/declaration.ts';
import { paths, referenceAddress } from '#src/lib/paths.ts';

/** `rights` is no list, but belongs beside the roles. */
export type GroupEntry = ListSlug | 'rights';

export const LIST_GROUPS = [
  { name: 'catalogue', entries: ['goods', 'specificities', 'suppliers', 'warehouses'] },
  { name: 'people', entries: ['clients', 'couriers', 'roles', 'rights'] },
  { name: 'orders', entries: ['cancel-reasons', 'payment-types', 'taxes'] },
  {
    name: 'dictionaries',
    entries: [
      'order-statuses',
      'delivery-statuses',
      'close-types',
      'tax-types',
      'calculation-subjects',
      'permissions',
    ],
  },
] as const satisfies readonly { name: string; entries: readonly GroupEntry[] }[];

/** Lists that are sections of their own. */
const OWN_SECTIONS: Partial<Record<GroupEntry, string>> = {
  couriers: paths.couriers,
  warehouses: paths.warehouses,
  rights: paths.rights,
};

/** Where the list is kept. */
export const listAddress = (entry: GroupEntry): string => OWN_SECTIONS[entry] ?? referenceAddress(entry);

/** True for a list whose page is a section of its own, not one of «Справочники». */
export const isOwnSection = (entry: GroupEntry): boolean => entry === 'couriers' || entry === 'warehouses';
