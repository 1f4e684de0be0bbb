/** Columns of the journals of errors. */
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { JournalError } from '#src/api/journals.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { courierAddress, orderAddress } from '#src/lib/paths.ts';
import { journalsWords } from '#src/locales/journalsWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { CopyCode } from './CopyCode.tsx';
import classes from './errorColumns.module.css';
import type { JournalColumn } from './JournalTable.tsx';
import { useJournalTime } from './useJournalTime.ts';

export type ErrorNames = {
  /** What people call an iRECA order. */
  numberOf: (orderId: string) => string;
  nameOf: (courierId: string) => string;
};

/** @param device the terminal has a card and a payment system, the recorder has not. */
export function useErrorColumns(
  device: 'terminal' | 'recorder',
  { numberOf, nameOf }: ErrorNames,
): readonly JournalColumn<JournalError>[] {
  const t = useWords(journalsWords).table;
  const { money } = useFormat();
  const { moment } = useJournalTime();
  return useMemo(() => {
    const paid: JournalColumn<JournalError> = {
      id: 'card',
      label: t.card,
      width: 'clamp(16ch, 12cqw, 20ch)',
      cell: ({ cardNumber, paymentSystem }) =>
        (cardNumber !== '' || paymentSystem !== '') && (
          <span className={classes.card}>
            <span className={classes.whole}>{cardNumber}</span>
            <span className={classes.quiet}>{paymentSystem}</span>
          </span>
        ),
    };
    return [
      {
        id: 'time',
        label: t.time,
        width: '22ch',
        card: 'plain',
        cell: ({ at }) =>
          at === null ? (
            <span className={classes.quiet}>{t.noTime}</span>
          ) : (
            <time dateTime={new Date(at).toISOString()} className={classes.whole}>
              {moment(at)}
            </time>
          ),
      },
      {
        id: 'error',
        label: t.error,
        card: 'main',
        cell: ({ errorCode, errorText }) => (
          <span className={classes.error}>
            <CopyCode code={errorCode} />
            <span className={classes.text}>{errorText || t.noText}</span>
          </span>
        ),
      },
      {
        id: 'amount',
        label: t.amount,
        width: '13ch',
        align: 'end',
        cell: ({ amount }) => amount !== null && <span className={classes.whole}>{money(amount)}</span>,
      },
      {
        id: 'order',
        label: t.order,
        width: 'clamp(12ch, 9cqw, 14ch)',
        cell: ({ orderId }) =>
          orderId === null ? (
            <span className={classes.quiet}>{t.noOrder}</span>
          ) : (
            <Link to={orderAddress('ireca', orderId)} tabIndex={-1}>
              {numberOf(orderId)}
            </Link>
          ),
      },
      {
        id: 'courier',
        label: t.courier,
        width: 'clamp(15ch, 12cqw, 19ch)',
        cell: ({ courierId }) =>
          courierId === null ? (
            <span className={classes.quiet}>{t.noCourier}</span>
          ) : (
            <Link to={courierAddress(courierId)} tabIndex={-1}>
              {nameOf(courierId)}
            </Link>
          ),
      },
      ...(device === 'terminal' ? [paid] : []),
      {
        id: 'serialNumber',
        label: device === 'terminal' ? t.terminal : t.recorder,
        // A recorder's number is longer, and a number broken in two is hard to read out.
        width: device === 'terminal' ? 'clamp(14ch, 11cqw, 18ch)' : '19ch',
        cell: ({ serialNumber }) => serialNumber,
      },
    ];
  }, [device, t, moment, money, numberOf, nameOf]);
}
