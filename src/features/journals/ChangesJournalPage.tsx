/** The change journal of one order: when, who, and what was → what is; the newest first. */
import { useMemo } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useJournal } from '#src/api/journals.ts';
import { DayField } from '#src/components/form/DayField.tsx';
import { NothingReadable } from '#src/components/records/ListStates.tsx';
import { Nothing } from '#src/components/records/Nothing.tsx';
import { useRememberOrder } from '#src/components/orders/recentOrders.ts';
import { useOrderTitles } from '#src/components/orders/useOrderTitles.ts';
import { StoryTitles } from '#src/components/story/IdTitle.tsx';
import { useCourierNames } from '#src/components/story/names.ts';
import type { StoryEntry } from '#src/domain/orderStory.ts';
import { irecaStory } from '#src/domain/orderStory.ts';
import { zonedTime } from '#src/lib/dates.ts';
import { journalsWords } from '#src/locales/journalsWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { storyWords } from '#src/locales/storyWords.ts';
import barClasses from './JournalBar.module.css';
import { ChangesChoice } from './ChangesChoice.tsx';
import { useChangeColumns } from './changeColumns.tsx';
import { changeChoices, filterChanges } from './changesFilter.ts';
import { JournalBar, useOrderNumber } from './JournalBar.tsx';
import { NothingToShow } from './NothingToShow.tsx';
import { changesTable } from './journalFile.ts';
import { JournalFrame } from './JournalFrame.tsx';
import { JournalStart, KassaOrder } from './JournalStart.tsx';
import { useJournalView } from './useJournalView.ts';
import { useValueText } from './useValueText.ts';

const idOf = ({ key }: StoryEntry) => key;

export function ChangesJournalPage() {
  const t = useWords(journalsWords);
  const { field: fieldTitle } = useWords(storyWords);
  const { view, change } = useJournalView();
  const { order, courier, from, program, field, page } = view;
  const { timeZone } = useAppConfig();
  const orderId = order?.system === 'ireca' ? order.id : '';
  useRememberOrder(order);
  const since = from === null ? null : zonedTime(timeZone, from, '00:00');
  const query = useJournal(orderId, since);
  const titles = useOrderTitles();
  const nameOf = useCourierNames();
  const numberOf = useOrderNumber();
  const columns = useChangeColumns(nameOf);
  const valueText = useValueText(titles);

  const entries = useMemo(() => query.data && irecaStory(query.data.records, []).entries, [query.data]);
  const rows = useMemo(
    () => entries && filterChanges(entries, { courier, program, field }),
    [entries, courier, program, field],
  );
  const choices = useMemo(
    () => changeChoices(entries ?? [], { courier, program, field }),
    [entries, courier, program, field],
  );
  const hidden = (entries?.length ?? 0) - (rows?.length ?? 0);
  const asked = orderId !== '';
  const reset = () => change({ courier: null, program: null, field: null });

  return (
    <StoryTitles value={titles}>
      <JournalFrame
        title={t.tabs.changes}
        query={asked ? query : null}
        rows={rows}
        idOf={idOf}
        columns={columns}
        page={page}
        onPage={(to) => change({ page: to })}
        view={[orderId, from, courier, program, field].join(' ')}
        bar={
          <JournalBar
            view={view}
            change={change}
            count={asked && rows ? { shown: rows.length, hidden } : null}
            query={asked ? query : null}
            file={{
              title: t.file.changes,
              count: rows?.length ?? 0,
              table: () =>
                changesTable(rows ?? [], t, {
                  timeZone,
                  number: order ? numberOf(order) : '',
                  nameOf,
                  fieldTitle,
                  valueText,
                }),
            }}
          >
            <div className={barClasses.from}>
              <DayField
                label={t.filter.from}
                hideLabel
                placeholder={t.filter.fromPlaceholder}
                value={from ?? ''}
                onChange={(day) => change({ from: day || null })}
                over
              />
            </div>
            <ChangesChoice choices={choices} view={view} change={change} />
          </JournalBar>
        }
        empty={
          hidden > 0 ? (
            <NothingToShow hidden={hidden} onReset={reset} />
          ) : (query.data?.setAside.length ?? 0) > 0 ? (
            <NothingReadable />
          ) : from === null ? (
            <Nothing title={t.empty.changes} lead={t.empty.changesLead} />
          ) : (
            <Nothing title={t.empty.changesSince} lead={t.empty.changesSinceLead} />
          )
        }
      >
        {order ? (
          <KassaOrder order={order} words={t.kassa.changes} />
        ) : (
          <JournalStart journal="changes" courier={courier} />
        )}
      </JournalFrame>
    </StoryTitles>
  );
}
