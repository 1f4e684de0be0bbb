/** «Курьеры»: who works, on which device, with how many orders, and where each was last seen. */
import { VisuallyHidden } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Suspense, useDeferredValue, useMemo, useState } from 'react';
import { Outlet, useNavigate } from 'react-router';
import { useMay } from '#src/api/session.ts';
import { DataTable } from '#src/components/records/DataTable.tsx';
import { lazyPart } from '#src/lib/lazyPart.ts';
import { courierAddress, paths } from '#src/lib/paths.ts';
import { couriersWords } from '#src/locales/couriersWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { CouriersBar } from './CouriersBar.tsx';
import { CouriersEmpty } from './CouriersEmpty.tsx';
import { CouriersNotices } from './CouriersNotices.tsx';
import { CourierViews } from './CourierViews.tsx';
import { RemovedNote } from './RemovedNote.tsx';
import type { CourierColumn, CourierRow } from './courierRows.ts';
import { COURIER_COLUMNS, courierCounts, courierTest, sortedCourierRows } from './courierRows.ts';
import { useCourierColumns } from './useCourierColumns.tsx';
import { useCouriers } from './useCouriers.ts';
import { useCouriersView } from './useCouriersView.ts';
import { useStillRows } from './useStillRows.ts';
import classes from './CouriersPage.module.css';

const LicencesPanel = lazyPart(() => import('./LicencesPanel.tsx'), 'LicencesPanel');

const idOf = ({ courierId }: CourierRow) => courierId;

export function CouriersPage() {
  const t = useWords(couriersWords);
  const navigate = useNavigate();
  const mayKeep = useMay('admin');
  const { view, change } = useCouriersView();
  const couriers = useCouriers();
  const columns = useCourierColumns(couriers.positions);
  const [said, say] = useState('');

  const query = useDeferredValue(view.query);
  const all = couriers.rows;
  const counts = useMemo(() => courierCounts(all), [all]);
  const shown = useMemo(
    () => sortedCourierRows(all.filter(courierTest(view.view, query)), view.sort),
    [all, view.view, query, view.sort],
  );
  const sortedBy = view.sort ? `${view.sort.down ? '-' : ''}${view.sort.column}` : '';
  const { rows, hand } = useStillRows(all, shown, `${view.view} ${sortedBy} ${query}`);

  useHotkeys([
    [
      'n',
      () => {
        if (mayKeep && !document.querySelector('[role="dialog"]')) void navigate(paths.courierNew);
      },
      { usePhysicalKeys: true },
    ],
  ]);

  return (
    <section className={classes.page} data-page="couriers" aria-label={t.title}>
      <CourierViews
        counts={knownCounts(counts, couriers)}
        view={view.view}
        onChoose={(name) => change({ view: name })}
      />
      <CouriersBar
        view={view}
        change={change}
        couriers={couriers}
        rows={rows}
        hidden={query.trim() === '' ? 0 : counts[view.view] - shown.length}
      />
      <RemovedNote />
      <CouriersNotices couriers={couriers} />
      <div
        className={classes.progress}
        data-on={(couriers.list.isFetching && couriers.directory !== undefined) || undefined}
        aria-hidden
      />
      <div className={classes.table} {...hand}>
        <DataTable
          label={t.title}
          rows={rows}
          columns={columns}
          idOf={idOf}
          sort={view.sort}
          onSort={(sort) => {
            const column = COURIER_COLUMNS.find((name): name is CourierColumn => name === sort?.column);
            change({ sort: sort && column ? { column, down: sort.down } : null });
          }}
          onOpen={(id) => void navigate(courierAddress(id))}
          hrefOf={courierAddress}
          view={`${view.view} ${sortedBy} ${query}`}
          settled={couriers.directory !== undefined}
          empty={<CouriersEmpty couriers={couriers} view={view} change={change} />}
        />
      </div>
      {view.licences && (
        <Suspense>
          <LicencesPanel
            couriers={couriers}
            onClose={() => change({ licences: false }, { replace: true })}
            onFreed={(device) => say(t.free.done(device))}
          />
        </Suspense>
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <Outlet />
    </section>
  );
}

type Counts = ReturnType<typeof courierCounts>;

/** Null where it cannot be known, undefined where it is being read. */
function knownCounts(
  { all, onShift, late, silent, offShift }: Counts,
  {
    directory,
    list,
    licences,
    ordersKnown,
    orders,
    positions,
    positionsFeed,
  }: ReturnType<typeof useCouriers>,
): Record<keyof Counts, number | null | undefined> {
  const known = (count: number, yes: boolean, waiting: boolean) => (yes ? count : waiting ? undefined : null);
  const listed = directory !== undefined;
  const shifts = licences.data !== undefined;
  const reading = list.isPending;
  return {
    all: known(all, listed, reading),
    onShift: known(onShift, listed && shifts, reading || licences.isPending),
    late: known(late, listed && ordersKnown, reading || !orders.isError),
    silent: known(
      silent,
      listed && positions === 'known',
      reading || !(positions === 'stale' || positionsFeed.isError),
    ),
    offShift: known(offShift, listed && shifts, reading || licences.isPending),
  };
}
