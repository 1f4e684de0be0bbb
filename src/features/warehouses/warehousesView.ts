/** What the address bar holds of the warehouses page. A link reproduces it; what it cannot read it ignores. */
import { useCallback, useMemo } from 'react';
import { useMatch, useNavigate, useSearchParams } from 'react-router';
import type { WarehouseSort } from '#src/domain/warehouseRow.ts';
import { paths, warehouseAddress, warehouseFormAddress } from '#src/lib/paths.ts';

export const SORTS = ['title', 'waiting', 'late'] as const satisfies WarehouseSort[];

export type WarehousesView = { query: string; sort: WarehouseSort; deleted: boolean; pointless: boolean };

const LONGEST_QUERY = 200;

export function viewFromParams(params: URLSearchParams): WarehousesView {
  return {
    query: (params.get('q') ?? '').slice(0, LONGEST_QUERY),
    sort: SORTS.find((one) => one === params.get('sort')) ?? 'title',
    deleted: params.get('deleted') === '1',
    pointless: params.get('point') === 'none',
  };
}

/** Writes a change into the address; what is as plain as can be leaves no trace. */
export function paramsWith(params: URLSearchParams, change: Partial<WarehousesView>): URLSearchParams {
  const next = new URLSearchParams(params);
  const write = (name: string, value: string) => (value === '' ? next.delete(name) : next.set(name, value));
  if (change.query !== undefined) write('q', change.query);
  if (change.sort !== undefined) write('sort', change.sort === 'title' ? '' : change.sort);
  if (change.deleted !== undefined) write('deleted', change.deleted ? '1' : '');
  if (change.pointless !== undefined) write('point', change.pointless ? 'none' : '');
  return next;
}

/** Typing replaces the address instead of filling the Back button with letters. */
export function useWarehousesView() {
  const [params, setParams] = useSearchParams();
  const address = params.toString();
  const view = useMemo(() => viewFromParams(new URLSearchParams(address)), [address]);
  const change = useCallback(
    (part: Partial<WarehousesView>) =>
      setParams((before) => paramsWith(before, part), { replace: part.query !== undefined }),
    [setParams],
  );
  return { view, change };
}

/** What stands in the pane: the list, a new warehouse, a record, or the form of a record. */
export type WarehousePane =
  | { kind: 'list' }
  /** A table to be pasted lies over the list. */
  | { kind: 'paste' }
  | { kind: 'new' }
  | { kind: 'record'; id: string }
  | { kind: 'form'; id: string };

export function useWarehousePane() {
  const isNew = useMatch(paths.warehouseNew) !== null;
  const isPaste = useMatch(paths.warehousePaste) !== null;
  const form = useMatch(paths.warehouseForm)?.params.id;
  const record = useMatch(paths.warehouseEdit)?.params.id;
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const search = params.toString();

  const pane = useMemo((): WarehousePane => {
    if (isNew) return { kind: 'new' };
    if (isPaste) return { kind: 'paste' };
    if (form !== undefined) return { kind: 'form', id: form };
    if (record !== undefined) return { kind: 'record', id: record };
    return { kind: 'list' };
  }, [isNew, isPaste, form, record]);

  /** Where the pane leads: the list's view stays in the address. */
  const to = useMemo(() => {
    const at = (pathname: string, hash = '') => ({ pathname, search, hash });
    return {
      list: () => at(paths.warehouses),
      create: () => at(paths.warehouseNew),
      paste: () => at(paths.warehousePaste),
      record: (id: string, hash = '') => at(warehouseAddress(id), hash),
      form: (id: string) => at(warehouseFormAddress(id)),
    };
  }, [search]);
  return { pane, to, navigate };
}
