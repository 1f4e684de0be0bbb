/** One licence in use: whose, on which device, since when, with how many open orders. */
import { Link } from 'react-router';
import { useNow } from '#src/components/board/useNow.ts';
import look from '#src/components/buttons/smallButton.module.css';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { LicenceRow } from '#src/domain/licenceUse.ts';
import { courierAddress } from '#src/lib/paths.ts';
import { couriersWords } from '#src/locales/couriersWords.ts';
import { useWords } from '#src/locales/language.tsx';
import free from './FreeLicence.module.css';
import classes from './LicenceLine.module.css';

const MINUTE = 60_000;

type Props = {
  row: LicenceRow;
  couriersKnown: boolean;
  /** Null = may not, or cannot: iRECA named no device. */
  onFree: (() => void) | null;
};

export function LicenceLine({ row, couriersKnown, onFree }: Props) {
  const words = useWords(couriersWords);
  const t = words.licences;
  const format = useFormat();
  const now = useNow(MINUTE);
  const { courierId, courierTitle, deviceId, deviceTitle, since, open } = row;
  const today = since !== null && format.dayKey(since) === format.dayKey(now);
  const name = courierTitle ?? t.unknownCourier(courierId);
  return (
    <li className={classes.line} data-device={deviceId ?? ''}>
      <span className={classes.who}>
        {courierTitle === null ? (
          <span className={couriersKnown ? classes.unknown : undefined}>
            {couriersKnown ? `${name} · ${t.notListed}` : name}
          </span>
        ) : (
          <Link to={courierAddress(courierId)}>{name}</Link>
        )}
        <span className={classes.orders} data-some={(open ?? 0) > 0 || undefined}>
          {open === null ? t.ordersUnknown : open === 0 ? t.noOrders : t.orders(open)}
        </span>
      </span>
      <span className={classes.device}>
        {deviceTitle || t.noDeviceTitle}
        <code>{deviceId ?? t.noDeviceId}</code>
      </span>
      <span className={classes.since}>
        {since === null ? (
          t.noTime
        ) : (
          <>
            <span>{t.since(today ? format.time(since) : format.dateTime(since))}</span>
            <span>{format.ago(now - since)}</span>
          </>
        )}
      </span>
      {onFree && (
        <button
          type="button"
          className={`${look.button} ${free.free} ${classes.freeButton}`}
          aria-label={words.free.buttonFor(deviceTitle || (deviceId ?? ''), name)}
          onClick={onFree}
        >
          {words.free.button}
        </button>
      )}
    </li>
  );
}
