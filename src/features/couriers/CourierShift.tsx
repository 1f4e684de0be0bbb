/** On which devices the courier app is open and since when: each takes a licence, which an admin may free. */
import { IconDeviceMobile } from '@tabler/icons-react';
import { useState } from 'react';
import { useLicences } from '#src/api/licences.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Courier } from '#src/domain/courierDirectory.ts';
import { courierPageWords } from '#src/locales/courierPageWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './CourierSide.module.css';
import { FreeLicence } from './FreeLicence.tsx';

const MINUTE = 60_000;

type Props = {
  courier: Courier;
  /** Null = not known. */
  openOrders: number | null;
};

export function CourierShift({ courier, openOrders }: Props) {
  const words = useWords(courierPageWords);
  const t = words.shift;
  const format = useFormat();
  const now = useNow(MINUTE);
  const { data, error, refetch } = useLicences();
  const [freed, setFreed] = useState('');
  const { courierId, title } = courier;
  const devices = (data?.licenses ?? []).filter((one) => one.courierId === courierId);
  return (
    <section className={classes.card} aria-labelledby="courier-shift">
      <header className={classes.cardHead}>
        <h3 id="courier-shift">{t.title}</h3>
      </header>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} compact />}
      {devices.length > 0 && (
        <ul className={classes.devices}>
          {devices.map(({ deviceId, deviceTitle, sessionStartAt }) => (
            <li key={deviceId ?? deviceTitle} data-device={deviceId ?? undefined}>
              <IconDeviceMobile size={18} stroke={1.6} aria-hidden />
              <span className={classes.device}>
                <strong>{deviceTitle || t.device}</strong>
                <span>
                  {sessionStartAt === null
                    ? t.sinceUnknown
                    : t.since(
                        format.dayKey(sessionStartAt) === format.dayKey(now)
                          ? format.time(sessionStartAt)
                          : format.dateTime(sessionStartAt),
                        format.ago(Math.max(0, now - sessionStartAt)),
                      )}
                </span>
              </span>
              {deviceId !== null && (
                <FreeLicence
                  deviceId={deviceId}
                  deviceTitle={deviceTitle}
                  courierTitle={title || words.nameless(courierId)}
                  openOrders={openOrders}
                  onFreed={() => setFreed(deviceTitle || t.deviceId(deviceId))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {data && devices.length === 0 && <p className={classes.quiet}>{t.none}</p>}
      <p className={classes.said} role="status">
        {freed !== '' && t.freed(freed)}
      </p>
    </section>
  );
}
