/** «Ошибки кассы»: what went wrong at terminals and recorders in the last 24 hours, and what has been looked at. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useSeenErrors, useSeenMarks } from '#src/components/deviceErrors/seenErrors.ts';
import { useDeviceErrors } from '#src/components/deviceErrors/useUnseenErrors.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { DataTable } from '#src/components/records/DataTable.tsx';
import { ListAge, RowHeight } from '#src/components/records/ListAge.tsx';
import bar from '#src/components/records/ListBar.module.css';
import { ListExport } from '#src/components/records/ListExport.tsx';
import { Progress } from '#src/components/records/ListStates.tsx';
import { useListAddress } from '#src/components/records/useListAddress.ts';
import { deviceErrorsWords } from '#src/locales/deviceErrorsWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { ErrorFilters } from './ErrorFilters.tsx';
import { ErrorsEmpty } from './ErrorsEmpty.tsx';
import { ErrorsNotices } from './ErrorsNotices.tsx';
import type { ErrorRow } from './errorRows.ts';
import { ERROR_SORTS, errorExport, errorRows, errorTest, sortedErrorRows } from './errorRows.ts';
import { useErrorColumns } from './useErrorColumns.tsx';
import { useErrorFilter } from './useErrorFilter.ts';
import classes from './DeviceErrorsPage.module.css';

const MINUTE = 60_000;
const keyOf = ({ key }: ErrorRow) => key;
const NONE: ReadonlySet<string> = new Set();

export function DeviceErrorsPage() {
  const t = useWords(deviceErrorsWords);
  const { timeZone } = useAppConfig();
  const { sort, change, setSort } = useListAddress(ERROR_SORTS);
  const filter = useErrorFilter();
  const { query, errors } = useDeviceErrors();
  const rows = useErrorRows(errors);
  const { dayKey } = useFormat();
  const today = dayKey(useNow(MINUTE));
  const { mark, unmark } = useSeenMarks();
  const [marked, setMarked] = useState<readonly string[]>([]);
  // What was marked while only new ones are shown stays until the filter changes.
  const [kept, keep] = useState({ filter, keys: NONE });
  const keptKeys = kept.filter === filter ? kept.keys : NONE;
  const hold = useCallback(
    (keys: readonly string[]) =>
      keep((before) => ({
        filter,
        keys: new Set([...(before.filter === filter ? before.keys : []), ...keys]),
      })),
    [filter],
  );
  const onMark = useCallback((key: string) => hold([key]), [hold]);
  const columns = useErrorColumns(today, onMark);

  const q = useDeferredValue(filter.q);
  const shown = useMemo(
    () => sortedErrorRows(rows.filter(errorTest({ ...filter, q }, keptKeys)), sort),
    [rows, filter, q, keptKeys, sort],
  );
  const fresh = shown.filter(({ seen }) => !seen).map(keyOf);
  const hidden = rows.length - shown.length;
  const onlyUnseen = filter.unseen && filter.q === '' && filter.device === null && filter.courier === '';
  const reset = () => change({ q: null, device: null, courier: null, unseen: null });
  const markAll = () => {
    hold(fresh);
    mark(fresh);
    setMarked(fresh);
  };
  const undo = () => {
    unmark(marked);
    setMarked([]);
  };
  const reload = () => void query.refetch();
  return (
    <section className={classes.page} data-page="deviceErrors" aria-label={t.title}>
      <div className={bar.bar} role="group" aria-label={t.filters.label}>
        <ErrorFilters filter={filter} change={change} rows={rows} />
        {query.data && (
          <span className={bar.count} role="status">
            <span>{t.count(shown.length)}</span>
            {hidden > 0 && <span>{t.filters.hidden(hidden)}</span>}
          </span>
        )}
        <div className={bar.side}>
          {fresh.length > 0 && (
            <button type="button" className={classes.all} onClick={markAll}>
              {t.seen.allOf(fresh.length)}
            </button>
          )}
          <ListAge
            readAt={query.data?.asOf.ireca ?? 0}
            reading={query.isFetching && !query.isPending}
            onRefresh={reload}
          />
          <RowHeight />
          <ListExport title={t.title} count={shown.length} table={() => errorExport(shown, timeZone, t)} />
        </div>
      </div>
      <ErrorsNotices query={query} onRetry={reload} />
      {marked.length > 0 && (
        <p className={classes.undo} role="status">
          {t.seen.done(marked.length)}
          <button type="button" onClick={undo}>
            {t.seen.undo}
          </button>
        </p>
      )}
      {query.isFetching && query.data && query.data.loading !== null && <Progress />}
      <DataTable
        label={t.title}
        rows={shown}
        columns={columns}
        idOf={keyOf}
        sort={sort}
        onSort={setSort}
        view={[filter.device, filter.courier, filter.unseen, q, sort?.column, sort?.down].join(' ')}
        settled={query.data?.loading === null}
        empty={
          <ErrorsEmpty
            feed={query.data}
            error={query.error}
            onRetry={reload}
            hidden={hidden}
            onlyUnseen={onlyUnseen}
            onReset={reset}
          />
        }
      />
    </section>
  );
}

function useErrorRows(errors: ReturnType<typeof useDeviceErrors>['errors']): ErrorRow[] {
  const courierNumber = useWords(deviceErrorsWords).courier;
  const { directory, shiftsKnown } = useCourierDirectory();
  const orders = useOrdersFeed(useQueryClient()).data?.records;
  const seen = useSeenErrors();
  return useMemo(
    () => errorRows(errors, { directory, shiftsKnown, orders, seen, courierNumber }),
    [errors, directory, shiftsKnown, orders, seen, courierNumber],
  );
}
