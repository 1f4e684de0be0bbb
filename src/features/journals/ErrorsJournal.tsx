/** Errors of bank terminals or of fiscal recorders, by order, by courier, or by both; the newest first. */
import type { UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import type { JournalError } from '#src/api/journals.ts';
import { NothingReadable } from '#src/components/records/ListStates.tsx';
import { Nothing } from '#src/components/records/Nothing.tsx';
import { useRememberOrder } from '#src/components/orders/recentOrders.ts';
import { useCourierNames } from '#src/components/story/names.ts';
import type { RecordList } from '#src/contracts/records.ts';
import { journalsWords } from '#src/locales/journalsWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { useErrorColumns } from './errorColumns.tsx';
import { JournalBar, useOrderNumber } from './JournalBar.tsx';
import { errorsTable } from './journalFile.ts';
import { JournalFrame } from './JournalFrame.tsx';
import { JournalStart, KassaOrder } from './JournalStart.tsx';
import type { JournalView } from './journalView.ts';

type ErrorsJournalProps = {
  device: 'terminal' | 'recorder';
  view: JournalView;
  change: (part: Partial<JournalView>) => void;
  query: UseQueryResult<RecordList<JournalError>>;
};

const idOf = ({ id }: JournalError) => id;

/** What is asked of iRECA: its own orders only, and nothing while a Kassa order is chosen. */
export function errorsOf({ order, courier }: JournalView): { orderId: string; courierId: string } {
  if (order?.system === 'kassa') return { orderId: '', courierId: '' };
  return { orderId: order?.id ?? '', courierId: courier ?? '' };
}

export function ErrorsJournal({ device, view, change, query }: ErrorsJournalProps) {
  const t = useWords(journalsWords);
  const { timeZone } = useAppConfig();
  const { order, courier, page } = view;
  const { orderId, courierId } = errorsOf(view);
  useRememberOrder(order);
  const numberOfOrder = useOrderNumber();
  const numberOf = useCallback((id: string) => numberOfOrder({ system: 'ireca', id }), [numberOfOrder]);
  const nameOf = useCourierNames();
  const columns = useErrorColumns(device, { numberOf, nameOf });
  const asked = orderId !== '' || courierId !== '';
  const rows = query.data?.records;
  return (
    <>
      <JournalFrame
        title={t.tabs[device]}
        query={asked ? query : null}
        rows={rows}
        idOf={idOf}
        columns={columns}
        page={page}
        onPage={(to) => change({ page: to })}
        view={`${orderId} ${courierId}`}
        bar={
          <JournalBar
            view={view}
            change={change}
            count={asked && rows ? { shown: rows.length, hidden: 0 } : null}
            query={asked ? query : null}
            file={{
              title: t.file[device],
              count: asked ? (rows?.length ?? 0) : 0,
              table: () => errorsTable(rows ?? [], t, { device, timeZone, numberOf, nameOf }),
            }}
          />
        }
        empty={
          (query.data?.setAside.length ?? 0) > 0 ? (
            <NothingReadable />
          ) : (
            <Nothing title={t.empty[device]} lead={t.empty.errorsLead} />
          )
        }
      >
        {order ? (
          <KassaOrder order={order} words={t.kassa.errors} />
        ) : (
          <JournalStart journal={device} courier={courier} />
        )}
      </JournalFrame>
    </>
  );
}
