/** What went wrong at the courier's bank terminal and fiscal recorder: the newest first, each with its order. */
import type { UseQueryResult } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import type { JournalError } from '#src/api/journals.ts';
import { useRecorderErrors, useTerminalErrors } from '#src/api/journals.ts';
import chip from '#src/components/fiscal/errorCode.module.css';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { RecordList } from '#src/contracts/records.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { journalAddress, orderAddress } from '#src/lib/paths.ts';
import { courierPageWords } from '#src/locales/courierPageWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './CourierErrors.module.css';

const PAGE = 20;

type Orders = ReadonlyMap<string, DispatchOrder> | undefined;

/** @param props.records orders of the feed: what people call those that the errors name. */
export function CourierErrors({ courierId, records }: { courierId: string; records: Orders }) {
  const t = useWords(courierPageWords).errors;
  const terminal = useTerminalErrors({ courierId });
  const recorder = useRecorderErrors({ courierId });
  return (
    <div className={classes.errors}>
      <ErrorList
        title={t.terminal}
        empty={t.noTerminal}
        query={terminal}
        records={records}
        journal={journalAddress('terminal', { courier: courierId })}
      />
      <ErrorList
        title={t.recorder}
        empty={t.noRecorder}
        query={recorder}
        records={records}
        journal={journalAddress('recorder', { courier: courierId })}
      />
    </div>
  );
}

type ErrorListProps = {
  title: string;
  empty: string;
  query: UseQueryResult<RecordList<JournalError>>;
  records: Orders;
  /** Where the same stands with filters, pages and export. */
  journal: string;
};

function ErrorList({ title, empty, query, records, journal }: ErrorListProps) {
  const t = useWords(courierPageWords).errors;
  const id = useId();
  const [room, setRoom] = useState(PAGE);
  const { data, error, refetch } = query;
  const rest = (data?.records.length ?? 0) - room;
  return (
    <section className={classes.list} aria-labelledby={id} aria-busy={query.isFetching}>
      <div className={classes.head}>
        <h3 id={id}>{data ? t.counted(title, data.records.length) : title}</h3>
        <Link to={journal} aria-label={t.allOf(title)}>
          {t.all}
        </Link>
      </div>
      {error && (
        <>
          {data && <p className={classes.quiet}>{t.older}</p>}
          <ErrorNote error={error} onRetry={() => void refetch()} compact />
        </>
      )}
      {!data && !error && <p className={classes.wait} role="status" aria-label={t.reading} />}
      {data?.records.length === 0 && data.setAside.length === 0 && <p className={classes.quiet}>{empty}</p>}
      {data && data.setAside.length > 0 && <p className={classes.odd}>{t.setAside(data.setAside.length)}</p>}
      {data && data.records.length > 0 && (
        <ol className={classes.rows}>
          {data.records.slice(0, room).map((one) => (
            <ErrorRow key={one.id} one={one} order={records?.get(`ireca:${one.orderId}`)} />
          ))}
        </ol>
      )}
      {rest > 0 && (
        <button type="button" className={classes.more} onClick={() => setRoom(room + PAGE)}>
          {t.more(Math.min(rest, PAGE))}
        </button>
      )}
    </section>
  );
}

function ErrorRow({ one, order }: { one: JournalError; order: DispatchOrder | undefined }) {
  const t = useWords(courierPageWords).errors;
  const format = useFormat();
  const { at, errorCode, errorText, orderId, amount, cardNumber, serialNumber } = one;
  const about = [
    amount !== null && format.money(amount),
    cardNumber !== '' && t.card(cardNumber),
    serialNumber !== '' && t.device(serialNumber),
  ].filter((part) => part !== false);
  return (
    <li className={classes.row} data-error={one.id}>
      <span className={classes.top}>
        <span className={chip.code}>{errorCode === '' ? t.noCode : t.code(errorCode)}</span>
        <strong>{errorText || t.noText}</strong>
      </span>
      <span className={classes.line}>
        <time>{at === null ? t.noTime : format.dateTime(at)}</time>
        {orderId === null ? (
          <span>{t.noOrder}</span>
        ) : (
          <Link to={orderAddress('ireca', orderId)}>{t.order(order?.number ?? orderId)}</Link>
        )}
        {about.map((part) => (
          <span key={part}>{part}</span>
        ))}
      </span>
    </li>
  );
}
