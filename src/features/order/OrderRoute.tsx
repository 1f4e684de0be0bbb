/** An order's card: a drawer over the list, or a page of its own. */
import { useLocation, useParams } from 'react-router';
import type { System } from '#src/contracts/feed.ts';
import type { OrderLinkState } from '#src/lib/paths.ts';
import { OrderDrawer } from './OrderDrawer.tsx';
import { OrderPage } from './OrderPage.tsx';

const SYSTEMS: readonly System[] = ['ireca', 'kassa'];

/** The history entry says which of the two: opened from the list, or by its link. */
export function OrderRoute() {
  const { system: named = '', id = '' } = useParams();
  const state = useLocation().state as OrderLinkState;
  const system = SYSTEMS.find((known) => known === named) ?? null;
  return state?.over === 'list' ? (
    <OrderDrawer system={system} id={id} />
  ) : (
    <OrderPage system={system} id={id} />
  );
}
