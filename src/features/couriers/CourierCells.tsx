/** Cells of the table of couriers. Ages tick by themselves, so that no row has to be drawn again for them. */
import { IconAlertTriangle, IconMapPin, IconPhone } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useNow } from '#src/components/board/useNow.ts';
import { CourierErrorMark } from '#src/components/deviceErrors/CourierErrorMark.tsx';
import { useFormat } from '#src/components/format/useFormat.ts';
import { CourierAvatar } from '#src/components/orders/CourierAvatar.tsx';
import { positionBand } from '#src/domain/courierState.ts';
import { mapAddress, ordersAddress } from '#src/lib/paths.ts';
import { phoneLink } from '#src/lib/phone.ts';
import { couriersWords } from '#src/locales/couriersWords.ts';
import { useWords } from '#src/locales/language.tsx';
import type { CourierRow, PositionsState } from './courierRows.ts';
import classes from './CourierCells.module.css';

const AGE_PACE_MS = 10_000;
const MINUTE = 60_000;
const SMALL = { size: 14, stroke: 1.8, 'aria-hidden': true } as const;

/** Initials; errors of the till that nobody has looked at lie over their corner. */
export function AvatarCell({ row: { courierId, title, onShift } }: { row: CourierRow }) {
  return (
    <>
      <span className={classes.errors}>
        <CourierErrorMark courierId={courierId} name={title} look="corner" tabIndex={-1} />
      </span>
      <CourierAvatar name={title} off={onShift === false} size={26} />
    </>
  );
}

export function PhoneCell({ row, kassa }: { row: CourierRow; kassa: boolean }) {
  const t = useWords(couriersWords).cells;
  const { phone } = useFormat();
  const link = phoneLink(row.phone);
  const words = phone(row.phone);
  return (
    <span className={classes.phone}>
      {link ? (
        <a className={classes.call} href={link} tabIndex={-1} aria-label={t.call(words, row.title)}>
          <IconPhone {...SMALL} />
          {words}
        </a>
      ) : (
        <span className={classes.quiet}>{row.phone || t.noPhone}</span>
      )}
      {kassa && row.kassaBar && (
        <span
          className={classes.doubt}
          role="img"
          aria-label={t.bar[row.kassaBar]}
          title={t.bar[row.kassaBar]}
        >
          <IconAlertTriangle {...SMALL} />
        </span>
      )}
    </span>
  );
}

/** Since when the app is open, how long that is, on which device. */
export function ShiftCell({ row }: { row: CourierRow }) {
  const t = useWords(couriersWords).cells;
  const format = useFormat();
  const now = useNow(MINUTE);
  const { onShift, since, devices } = row;
  if (onShift === null) return <span className={classes.quiet}>{t.shiftUnknown}</span>;
  if (!onShift) return <span className={classes.quiet}>{t.offShift}</span>;
  const names = devices.map(({ deviceTitle, deviceId }) => deviceTitle || (deviceId ?? t.noDevice));
  const today = since !== null && format.dayKey(since) === format.dayKey(now);
  return (
    <span className={classes.two} title={names.join('\n')}>
      <span className={classes.cut}>
        {since === null ? t.onShift : t.since(today ? format.time(since) : format.dateTime(since))}
        {since !== null && <span className={classes.quiet}> · {format.ago(now - since)}</span>}
      </span>
      <span className={classes.device}>
        {devices.length > 1 ? <strong>{t.devices(devices.length)}</strong> : names[0]}
      </span>
    </span>
  );
}

/** Open orders, as a way to them in the table of orders. */
export function OpenCell({ row }: { row: CourierRow }) {
  const t = useWords(couriersWords).cells;
  if (row.load === null) return <Unknown words={t.ordersUnknown} />;
  const { open } = row.load;
  if (open === 0) return <span className={classes.zero}>0</span>;
  return (
    <Link
      className={classes.number}
      to={ordersAddress({ courier: row.courierId })}
      tabIndex={-1}
      aria-label={t.openOrders(open, row.title)}
    >
      {open}
    </Link>
  );
}

/** Orders that are late, or soon will be; nothing where there are none. */
export function TroubleCell({ row, kind }: { row: CourierRow; kind: 'late' | 'atRisk' }) {
  const t = useWords(couriersWords).cells;
  if (row.load === null) return <Unknown words={t.ordersUnknown} />;
  const count = row.load[kind];
  if (count === 0) return null;
  return (
    <Link
      className={classes.mark}
      data-kind={kind}
      to={ordersAddress({ courier: row.courierId, view: kind })}
      tabIndex={-1}
      aria-label={t[kind](count, row.title)}
    >
      {count}
    </Link>
  );
}

type SeenProps = { row: CourierRow; positions: PositionsState };

/** The last position; a card says the shift after it, where a row has a column for that. */
export function SeenAndShift({ row, positions }: SeenProps) {
  return (
    <>
      <SeenCell row={row} positions={positions} />
      <span className={classes.cardShift}>
        <ShiftCell row={row} />
      </span>
    </>
  );
}

/** How old the last position is, in the bands of the map, as a way to it there. */
function SeenCell({ row, positions }: SeenProps) {
  const t = useWords(couriersWords).cells;
  const { ago } = useFormat();
  const now = useNow(AGE_PACE_MS);
  const { position, silence, title, courierId } = row;
  const band = positionBand(position, now);
  if (position === null) {
    if (positions !== 'known') return <Unknown words={t.positionUnknown} />;
    return (
      <span className={classes.seen} data-band="never" data-silent={silence !== null || undefined}>
        <span className={classes.dot} aria-hidden />
        {t.never}
      </span>
    );
  }
  const words = t.ago(ago(now - position.at));
  return (
    <Link
      className={classes.seen}
      data-band={band}
      data-silent={silence !== null || undefined}
      to={mapAddress(courierId)}
      tabIndex={-1}
      aria-label={t.onMap(words, title)}
      title={t.toMap}
    >
      <span className={classes.dot} aria-hidden />
      {words}
      <IconMapPin size={14} stroke={1.7} className={classes.pin} aria-hidden />
    </Link>
  );
}

function Unknown({ words }: { words: string }) {
  return (
    <span className={classes.quiet} title={words} role="img" aria-label={words}>
      —
    </span>
  );
}
