/** Cells of the table «Ошибки кассы». */
import { Link } from 'react-router';
import { DeviceIcon } from '#src/components/deviceErrors/DeviceIcon.tsx';
import { useFormat } from '#src/components/format/useFormat.ts';
import { courierAddress, journalAddress, orderAddress } from '#src/lib/paths.ts';
import { deviceErrorsWords } from '#src/locales/deviceErrorsWords.ts';
import { useWords } from '#src/locales/language.tsx';
import type { ErrorRow } from './errorRows.ts';
import classes from './ErrorCells.module.css';

type CellProps = { row: ErrorRow };

/** The day is said where it is not today's: the list holds 24 hours. */
export function TimeCell({ row: { at }, today }: CellProps & { today: string }) {
  const t = useWords(deviceErrorsWords);
  const { dayKey, date, timeSeconds } = useFormat();
  if (at === null) return <span className={classes.quiet}>{t.noTime}</span>;
  return (
    <span className={classes.two}>
      <time>{timeSeconds(at)}</time>
      {dayKey(at) !== today && <small>{date(at)}</small>}
    </span>
  );
}

/** Leads to the device's journal: of this courier, or of the order where no courier is named. */
export function DeviceCell({ row: { device, serialNumber, courierId, orderId } }: CellProps) {
  const t = useWords(deviceErrorsWords);
  const whose = courierId !== null ? { courier: courierId } : orderId !== null ? { order: orderId } : null;
  return (
    <span className={classes.device}>
      <DeviceIcon device={device} />
      <span className={classes.two}>
        {whose === null ? (
          <span>{t.device[device]}</span>
        ) : (
          <Link
            className={classes.link}
            to={journalAddress(device, whose)}
            tabIndex={-1}
            title={t.toJournal[device]}
          >
            {t.device[device]}
          </Link>
        )}
        {serialNumber !== '' && <small>{t.serial(serialNumber)}</small>}
      </span>
    </span>
  );
}

export function TextCell({ row }: CellProps) {
  const t = useWords(deviceErrorsWords);
  const { errorText, errorCode, cardNumber, paymentSystem, seen } = row;
  const about = [
    errorCode === '' ? t.noCode : t.code(errorCode),
    cardNumber && t.card(cardNumber),
    paymentSystem,
  ];
  return (
    <span className={classes.two} data-seen={seen || undefined} title={errorText}>
      <span className={classes.text}>{errorText || t.noText}</span>
      <small>{about.filter((part) => part !== '').join(' · ')}</small>
    </span>
  );
}

export function OrderCell({ row: { orderId, order } }: CellProps) {
  const t = useWords(deviceErrorsWords);
  if (orderId === null) return <span className={classes.quiet}>{t.noOrder}</span>;
  return (
    <Link
      className={classes.link}
      to={orderAddress('ireca', orderId)}
      tabIndex={-1}
      aria-label={t.order(order)}
    >
      {order}
    </Link>
  );
}

export function CourierCell({ row: { courierId, courier, onShift } }: CellProps) {
  const t = useWords(deviceErrorsWords);
  if (courierId === null) return <span className={classes.quiet}>{t.noCourier}</span>;
  return (
    <span className={classes.two}>
      <Link className={classes.link} to={courierAddress(courierId)} tabIndex={-1}>
        {courier}
      </Link>
      {onShift !== null && <small>{onShift ? t.onShift : t.offShift}</small>}
    </span>
  );
}
