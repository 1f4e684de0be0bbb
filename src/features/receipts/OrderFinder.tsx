/** Finds the order whose receipts are wanted: today's done ones at once, any other by number, phone, name or id. */
import { Kbd } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useCourierDirectory } from '#src/api/couriers.ts';
import type { OrdersFeed } from '#src/api/ordersFeed.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useSearchField } from '#src/components/form/useSearchField.ts';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { ChosenOrder } from '#src/components/orders/chosenOrder.ts';
import search from '#src/components/records/ListSearch.module.css';
import { courierOf } from '#src/domain/courierDirectory.ts';
import { doneToday } from '#src/domain/doneToday.ts';
import { findOrders, unlistedId } from '#src/domain/orderFinder.ts';
import { useWords } from '#src/locales/language.tsx';
import { receiptsWords } from '#src/locales/receiptsWords.ts';
import { FoundById, FoundOrder } from './FoundOrder.tsx';
import classes from './OrderFinder.module.css';

/** Rows at first, and with each «показать ещё». */
const STEP = 60;
const MINUTE = 60_000;

type OrderFinderProps = {
  feed: OrdersFeed | undefined;
  /** Why the orders could not be read; null = they were, or are being read. */
  error: Error | null;
  onRetry: () => void;
  query: string;
  chosen: ChosenOrder | null;
  onType: (query: string) => void;
};

function useFound({ feed, query }: Pick<OrderFinderProps, 'feed' | 'query'>, room: number) {
  const { dayKey } = useFormat();
  const today = dayKey(useNow(MINUTE));
  const asked = useDeferredValue(query).trim();
  const records = feed?.records;
  return useMemo(() => {
    if (asked !== '') {
      const { shown, more } = findOrders(records?.values() ?? [], asked, room);
      return { asked, today, shown, more, byId: unlistedId(asked, records) };
    }
    const done = doneToday(records?.values() ?? [], (ms) => dayKey(ms) === today);
    return { asked, today, shown: done.slice(0, room), more: Math.max(0, done.length - room), byId: null };
  }, [records, asked, room, dayKey, today]);
}

export function OrderFinder({ feed, error, onRetry, query, chosen, onType }: OrderFinderProps) {
  const t = useWords(receiptsWords).find;
  const list = useRef<HTMLUListElement>(null);
  const [room, setRoom] = useState(STEP);
  const { asked, today, shown, more, byId } = useFound({ feed, query }, room);
  const { directory } = useCourierDirectory();
  const { systems } = useAppConfig();
  const reading = !feed || feed.loading !== null;
  const unread = (['ireca', 'kassa'] as const).some(
    (system) => systems[system] && (feed?.asOf[system] ?? null) === null,
  );
  const { typed, write, field } = useSearchField(query, onType, '[data-found] a');
  const links = () => [...(list.current?.querySelectorAll<HTMLElement>('a') ?? [])];

  const walk = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const all = links();
    const at = all.indexOf(document.activeElement as HTMLElement) + by;
    if (at < 0) document.querySelector<HTMLElement>('[data-page-search]')?.focus();
    else all[at]?.focus();
  };
  const openFirst = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && asked === query.trim() && asked !== '') links()[0]?.click();
    else field.onKeyDown(event);
  };
  return (
    <aside className={classes.finder} aria-label={t.list}>
      <div className={classes.top}>
        <div className={`${search.search} ${classes.search}`}>
          <IconSearch size={15} stroke={1.7} aria-hidden />
          <input
            type="text"
            role="searchbox"
            data-page-search
            aria-keyshortcuts="/"
            autoComplete="off"
            spellCheck={false}
            aria-label={t.label}
            placeholder={t.placeholder}
            {...field}
            onKeyDown={openFirst}
          />
          {typed === '' ? (
            <Kbd size="xs" aria-hidden>
              /
            </Kbd>
          ) : (
            <button type="button" aria-label={t.clear} title={t.clear} onClick={() => write('')}>
              <IconX size={14} stroke={2} aria-hidden />
            </button>
          )}
        </div>
        <h2 className={classes.title} title={asked === '' ? t.todayLead : undefined}>
          {asked === '' ? t.today : t.found}
          <span>{shown.length + more + (byId === null ? 0 : 1)}</span>
        </h2>
      </div>
      <ul ref={list} className={classes.list} data-found onKeyDown={walk}>
        {byId !== null && <FoundById id={byId} query={query} chosen={chosen} />}
        {shown.map((order) => (
          <FoundOrder
            key={order.key}
            order={order}
            query={query}
            chosen={chosen}
            today={today}
            courier={(directory && courierOf(order, directory)?.title) ?? ''}
          />
        ))}
      </ul>
      {!feed && error ? (
        <ErrorNote error={error} onRetry={onRetry} compact />
      ) : (
        (reading || unread) && <p className={classes.note}>{reading ? t.reading : t.unread}</p>
      )}
      {!reading && !unread && shown.length === 0 && (
        <p className={classes.note} role="status">
          {asked === '' ? t.none : byId === null ? t.nothing(asked) : ''}
        </p>
      )}
      {more > 0 && (
        <button type="button" className={classes.more} onClick={() => setRoom(room + STEP)}>
          {t.more(Math.min(more, STEP))}
        </button>
      )}
    </aside>
  );
}
