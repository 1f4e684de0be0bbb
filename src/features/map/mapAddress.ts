/** What the address bar holds of the map: which orders, whose track. A link reproduces it; what it cannot read it ignores. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { View } from '#src/domain/orderFilter.ts';

/** Only open orders lie on the map. */
export const MAP_VIEWS = ['open', 'unassigned', 'late', 'atRisk', 'inWork'] as const satisfies View[];
export type MapView = (typeof MAP_VIEWS)[number];

/** `courierId`: who is chosen; null = nobody. */
export type MapChoice = { view: MapView; query: string; courierId: string | null };

const ID = /^[\p{L}\p{N}_-]{1,64}$/u;

export function mapChoice(params: URLSearchParams): MapChoice {
  const view = MAP_VIEWS.find((one) => one === params.get('view')) ?? 'open';
  const courierId = params.get('courier');
  return {
    view,
    query: (params.get('q') ?? '').slice(0, 200),
    courierId: courierId !== null && ID.test(courierId) ? courierId : null,
  };
}

/** Day and hours of a track belong to the courier who was chosen: the next one begins with today. */
const OF_COURIER = ['day', 'from', 'to'];

export function withChoice(params: URLSearchParams, change: Partial<MapChoice>): URLSearchParams {
  const next = new URLSearchParams(params);
  const write = (name: string, value: string) => (value === '' ? next.delete(name) : next.set(name, value));
  if (change.view !== undefined) write('view', change.view === 'open' ? '' : change.view);
  if (change.query !== undefined) write('q', change.query);
  if (change.courierId !== undefined) {
    write('courier', change.courierId ?? '');
    for (const name of OF_COURIER) next.delete(name);
  }
  return next;
}

/** The choice, and how to change it: each change is a step that Back undoes. */
export function useMapChoice() {
  const [params, setParams] = useSearchParams();
  const address = params.toString();
  const choice = useMemo(() => mapChoice(new URLSearchParams(address)), [address]);
  const change = useCallback(
    (part: Partial<MapChoice> | ((now: MapChoice) => Partial<MapChoice>)) =>
      setParams((before) => withChoice(before, typeof part === 'function' ? part(mapChoice(before)) : part)),
    [setParams],
  );
  return { choice, change };
}
