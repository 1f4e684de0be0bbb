/** Orders that were looked at on this computer, the latest first: keys only, for each login apart. */
import { useEffect, useState } from 'react';
import { useSession } from '#src/api/session.ts';
import type { System } from '#src/contracts/feed.ts';

export type RecentOrder = { system: System; id: string };

const KEPT = 12;
const keyOf = (login: string) => `pult.recentOrders.${login}`;

const isRecent = (one: unknown): one is RecentOrder =>
  typeof one === 'object' &&
  one !== null &&
  'system' in one &&
  (one.system === 'ireca' || one.system === 'kassa') &&
  'id' in one &&
  typeof one.id === 'string';

/** What is kept under this login; what cannot be read counts as nothing. */
export function readRecentOrders(storage: Pick<Storage, 'getItem'>, login: string): RecentOrder[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(login)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent) : [];
  } catch {
    return [];
  }
}

/** Puts the order on top; a storage that is full or forbidden keeps what it had. */
export function rememberOrder(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  login: string,
  { system, id }: RecentOrder,
): void {
  const others = readRecentOrders(storage, login).filter((one) => one.system !== system || one.id !== id);
  try {
    storage.setItem(keyOf(login), JSON.stringify([{ system, id }, ...others].slice(0, KEPT)));
  } catch {
    // Nothing depends on it.
  }
}

/** Notes that this order is being looked at; null = none is. */
export function useRememberOrder(order: RecentOrder | null): void {
  const login = useSession().data?.login;
  const { system, id } = order ?? {};
  useEffect(() => {
    if (login && system && id) rememberOrder(localStorage, login, { system, id });
  }, [login, system, id]);
}

/** Those looked at before this screen was opened. */
export function useRecentOrders(): RecentOrder[] {
  const login = useSession().data?.login ?? '';
  const [kept, setKept] = useState(() => ({ login, orders: readRecentOrders(localStorage, login) }));
  if (kept.login !== login) setKept({ login, orders: readRecentOrders(localStorage, login) });
  return kept.orders;
}
