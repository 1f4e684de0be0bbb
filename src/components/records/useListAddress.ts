/** What a list is asked for, held by the address bar: `q`, `sort` (`price` or `-price`), `deleted=1`. */
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import type { TableSort } from './DataTable.tsx';
import { sortFromText, sortText } from './nextSort.ts';

export type ListAddress = {
  q: string;
  /** Null: the order of the list itself. */
  sort: TableSort | null;
  deleted: boolean;
  /** `replace` is for typing: else each change is a step that Back undoes. */
  change: (part: Readonly<Record<string, string | null>>, options?: { replace?: boolean }) => void;
  setSort: (sort: TableSort | null) => void;
};

/** @param columns ids by which the list can be sorted; the same array each time. */
export function useListAddress(columns: readonly string[]): ListAddress {
  const [params, setParams] = useSearchParams();
  const { state } = useLocation();
  // Changes that come faster than the address follows add up.
  const latest = useRef({ params, state: state as unknown });
  useEffect(() => {
    latest.current = { params, state };
  }, [params, state]);
  const change = useCallback<ListAddress['change']>(
    (part, { replace = false } = {}) => {
      const next = new URLSearchParams(latest.current.params);
      for (const [name, value] of Object.entries(part)) {
        if (value === null || value === '') next.delete(name);
        else next.set(name, value);
      }
      latest.current.params = next;
      // A form that lies over the list stays over it.
      setParams(next, { replace, state: latest.current.state });
    },
    [setParams],
  );
  const setSort = useCallback(
    (sort: TableSort | null) => change({ sort: sort && sortText(sort) }, { replace: true }),
    [change],
  );
  const sorted = params.get('sort');
  const sort = useMemo(() => sortFromText(sorted, columns), [sorted, columns]);
  return {
    q: params.get('q') ?? '',
    sort,
    deleted: params.get('deleted') === '1',
    change,
    setSort,
  };
}
