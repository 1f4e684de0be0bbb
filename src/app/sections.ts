/** The sections of Pult, in the order of the rail: one table for the rail, the header's title and the palette. */
import {
  IconBook2,
  IconBuildingWarehouse,
  IconClockHour4,
  IconHistory,
  IconListDetails,
  IconMap2,
  IconReceipt,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import { paths } from '#src/lib/paths.ts';

/** `name`: a key of the words `shell.nav`; `ownSearch`: `/` goes to the page's own search field. */
export const SECTIONS = [
  { to: paths.orders, name: 'orders', Icon: IconListDetails },
  { to: paths.map, name: 'map', Icon: IconMap2 },
  { to: paths.couriers, name: 'couriers', ownSearch: true, Icon: IconUsers },
  { to: paths.warehouses, name: 'warehouses', ownSearch: true, Icon: IconBuildingWarehouse },
  { to: paths.references, name: 'references', ownSearch: true, Icon: IconBook2 },
  { to: paths.receipts, name: 'receipts', ownSearch: true, Icon: IconReceipt },
  { to: paths.journals, name: 'journals', ownSearch: true, Icon: IconHistory },
  { to: paths.settings, name: 'settings', Icon: IconSettings },
] as const;

/** Pages that the rail has no room for: the palette and the header know them. */
export const OFF_RAIL = [{ to: paths.shift, name: 'shift', Icon: IconClockHour4 }] as const;

const PAGES = [...SECTIONS, ...OFF_RAIL] as const;

/** The section that an address belongs to; the first one where it belongs to none. */
export const sectionOf = (pathname: string) =>
  PAGES.find(({ to }) => pathname === to || pathname.startsWith(`${to}/`)) ?? SECTIONS[0];
