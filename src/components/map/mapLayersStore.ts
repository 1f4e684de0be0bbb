/** Which layers the map shows: the user's choice, kept on this computer. */
import { useMemo } from 'react';
import { create } from 'zustand';
import { useSession } from '#src/api/session.ts';

export type MapLayers = {
  couriers: boolean;
  /** Couriers who are not on shift and carry nothing. */
  offShift: boolean;
  orders: boolean;
  warehouses: boolean;
  /** Ways from pick-up to drop of the chosen courier's orders. */
  lines: boolean;
};

export const ALL_LAYERS: MapLayers = {
  couriers: true,
  offShift: true,
  orders: true,
  warehouses: true,
  lines: true,
};

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

/** Two people who share a computer do not share their layers. */
const keyOf = (login: string) => `pult.mapLayers.${login}`;

/** The kept layers; whatever is not kept, or cannot be read, is shown. */
export function readLayers(storage: Storage, login: string): MapLayers {
  try {
    const kept = JSON.parse(storage.getItem(keyOf(login)) ?? '{}') as Record<string, unknown> | null;
    const off = Object.keys(ALL_LAYERS).filter((name) => kept?.[name] === false);
    return { ...ALL_LAYERS, ...Object.fromEntries(off.map((name) => [name, false])) };
  } catch {
    return ALL_LAYERS;
  }
}

/** Keeps the layers; a full or forbidden storage only means that the next page begins with everything. */
export function keepLayers(storage: Storage, login: string, layers: MapLayers): void {
  try {
    storage.setItem(keyOf(login), JSON.stringify(layers));
  } catch {
    return;
  }
}

/** What was chosen since this page was opened, by login. */
const useChosen = create<Readonly<Record<string, MapLayers>>>()(() => ({}));

/** The signed-in user's layers, the same object until they change. */
export function useMapLayers(): MapLayers {
  const login = useSession().data?.login ?? '';
  const chosen = useChosen((of) => of[login]);
  return useMemo(() => chosen ?? readLayers(localStorage, login), [chosen, login]);
}

/** Shows or hides layers for the signed-in user, now and the next time. */
export function useChangeLayers(): (change: Partial<MapLayers>) => void {
  const login = useSession().data?.login ?? '';
  return (change) => {
    const before = useChosen.getState()[login] ?? readLayers(localStorage, login);
    const layers = { ...before, ...change };
    useChosen.setState({ [login]: layers });
    keepLayers(localStorage, login, layers);
  };
}
