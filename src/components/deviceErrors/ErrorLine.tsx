/** One error of a till in the header's panel: what happened, where and when, whose it is. */
import { Link } from 'react-router';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { DeviceError } from '#src/domain/deviceErrors.ts';
import { courierAddress, orderAddress } from '#src/lib/paths.ts';
import { deviceErrorsWords } from '#src/locales/deviceErrorsWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { DeviceIcon } from './DeviceIcon.tsx';
import { SeenButton } from './SeenButton.tsx';
import classes from './ErrorsPanel.module.css';

type ErrorLineProps = {
  error: DeviceError;
  seen: boolean;
  courier: string;
  /** What people call the order. */
  order: string;
  /** A link was followed. */
  onLeave: () => void;
};

const PACE_MS = 30_000;

export function ErrorLine({ error, seen, courier, order, onLeave }: ErrorLineProps) {
  const t = useWords(deviceErrorsWords);
  const { time, ago, money } = useFormat();
  const now = useNow(PACE_MS);
  const { at, device, errorCode, errorText, courierId, orderId, amount, serialNumber } = error;
  return (
    <li className={classes.line} data-seen={seen || undefined} data-error={error.key}>
      <DeviceIcon device={device} />
      <div className={classes.about}>
        <p className={classes.what}>
          <strong>{errorText || t.noText}</strong>
          <span>{errorCode === '' ? t.noCode : t.code(errorCode)}</span>
        </p>
        <p className={classes.whose}>
          <time>{at === null ? t.noTime : t.when(time(at), ago(now - at))}</time>
          {courierId !== null && (
            <Link to={courierAddress(courierId)} onClick={onLeave}>
              {courier}
            </Link>
          )}
          {orderId === null ? (
            <span>{t.noOrder}</span>
          ) : (
            <Link to={orderAddress('ireca', orderId)} onClick={onLeave}>
              {t.order(order)}
            </Link>
          )}
          {amount !== null && <span>{money(amount)}</span>}
          {serialNumber !== '' && <span>{t.serial(serialNumber)}</span>}
        </p>
      </div>
      <SeenButton error={error} seen={seen} />
    </li>
  );
}
