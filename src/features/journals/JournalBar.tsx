/** Above a journal: whose it is, what of it is shown, how old that is, and the way into a file. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import type { ChosenOrder } from '#src/components/orders/chosenOrder.ts';
import { CourierField } from '#src/components/orders/CourierField.tsx';
import { OrderField } from '#src/components/orders/OrderField.tsx';
import { ListAge } from '#src/components/records/ListAge.tsx';
import { ListExport } from '#src/components/records/ListExport.tsx';
import { useCourierNames } from '#src/components/story/names.ts';
import type { ExportTable } from '#src/domain/orderExport.ts';
import { zonedTime } from '#src/lib/dates.ts';
import { courierAddress, orderAddress } from '#src/lib/paths.ts';
import { journalsWords } from '#src/locales/journalsWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { useAppConfig } from '#src/api/appConfig.ts';
import { Chip } from './Chip.tsx';
import type { JournalView } from './journalView.ts';
import { useJournalTime } from './useJournalTime.ts';
import classes from './JournalBar.module.css';

export type JournalBarProps = {
  view: JournalView;
  change: (part: Partial<JournalView>) => void;
  /** Further ways to filter. */
  children?: ReactNode;
  /** Null while nothing is known. */
  count: { shown: number; hidden: number } | null;
  /** Null: nothing is asked for yet. */
  query: { dataUpdatedAt: number; isFetching: boolean; refetch: () => unknown } | null;
  file: { title: string; count: number; table: () => ExportTable };
};

export function JournalBar({ view, change, children, count, query, file }: JournalBarProps) {
  const t = useWords(journalsWords);
  return (
    <div className={classes.bar} role="group" aria-label={t.filter.label}>
      <OrderField className={classes.order} inPlace pageSearch onPick={(order) => change({ order })} />
      <CourierField className={classes.courier} inPlace onPick={(courier) => change({ courier })} />
      {children}
      <div className={classes.side}>
        {query && (
          <ListAge
            readAt={query.dataUpdatedAt}
            reading={query.isFetching}
            onRefresh={() => void query.refetch()}
          />
        )}
        <ListExport {...file} />
      </div>
      <div className={classes.line}>
        <Chips view={view} change={change} />
        {count && (
          <span className={classes.count} role="status">
            <span>{t.count.found(count.shown)}</span>
            {count.hidden > 0 && <span>{t.count.hidden(count.hidden)}</span>}
          </span>
        )}
      </div>
    </div>
  );
}

/** What people call the chosen order; its id where the feed has it not. */
export function useOrderNumber(): (order: ChosenOrder) => string {
  const { data } = useOrdersFeed(useQueryClient());
  return ({ system, id }) => data?.records.get(`${system}:${id}`)?.number ?? id;
}

function Chips({ view, change }: Pick<JournalBarProps, 'view' | 'change'>) {
  const t = useWords(journalsWords).filter;
  const { order, courier, from, program, field } = view;
  const numberOf = useOrderNumber();
  const nameOf = useCourierNames();
  const { day } = useJournalTime();
  const { timeZone } = useAppConfig();
  const since = from === null ? null : zonedTime(timeZone, from, '00:00');
  const chosen = [order, courier, from, program, field].filter((one) => one !== null).length;
  if (chosen === 0) return null;
  const orderWords = order ? t.orderChip(numberOf(order)) : '';
  return (
    <span className={classes.chips} role="group" aria-label={t.chips}>
      {order && (
        <Chip words={orderWords} onClear={() => change({ order: null })}>
          <Link to={orderAddress(order.system, order.id)}>{orderWords}</Link>
          <SystemOf system={order.system} />
        </Chip>
      )}
      {courier !== null && (
        <Chip words={nameOf(courier)} onClear={() => change({ courier: null })}>
          <Link to={courierAddress(courier)}>{nameOf(courier)}</Link>
        </Chip>
      )}
      {from !== null && (
        <Chip words={t.fromChip(since === null ? from : day(since))} onClear={() => change({ from: null })} />
      )}
      {chosen > 1 && (
        <button
          type="button"
          className={classes.reset}
          onClick={() => change({ order: null, courier: null, from: null, program: null, field: null })}
        >
          {t.clearAll}
        </button>
      )}
    </span>
  );
}

/** Only Kassa's is said: journals are iRECA's. */
function SystemOf({ system }: Pick<ChosenOrder, 'system'>) {
  const { systems } = useText().orders;
  return system === 'kassa' ? <span className={classes.system}>{systems.kassa}</span> : null;
}
