/** Who holds the licences of the courier app: device by device, since when, with how many orders; and freeing them. */
import { Drawer, TextInput } from '@mantine/core';
import { IconCheck, IconSearch } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useMay } from '#src/api/session.ts';
import dialog from '#src/components/commands/dialog.module.css';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import type { LicenceRow } from '#src/domain/licenceUse.ts';
import { licenceRows, licenceUse } from '#src/domain/licenceUse.ts';
import { fold } from '#src/lib/text.ts';
import { couriersWords } from '#src/locales/couriersWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { FreeLicenceDialog } from './FreeLicenceDialog.tsx';
import { LicenceLine } from './LicenceLine.tsx';
import { LicenceMeter } from './LicenceMeter.tsx';
import type { Couriers } from './useCouriers.ts';
import classes from './LicencesPanel.module.css';

/** So many are overlooked without a search. */
const SEARCH_FROM = 9;

type Props = {
  couriers: Couriers;
  onClose: () => void;
  /** What the device is called. */
  onFreed: (device: string) => void;
};

export function LicencesPanel({ couriers, onClose, onFreed }: Props) {
  const t = useWords(couriersWords).licences;
  const words = useWords(couriersWords);
  const mayFree = useMay('admin');
  const { licences, directory, loads } = couriers;
  const { data, isError, error, refetch } = licences;
  const [query, setQuery] = useState('');
  const [freeing, setFreeing] = useState<LicenceRow | null>(null);
  const [freed, setFreed] = useState('');
  const list = useRef<HTMLDivElement>(null);

  const use = data && licenceUse(data);
  const rows = useMemo(
    () => licenceRows(data?.licenses ?? [], directory, loads),
    [data?.licenses, directory, loads],
  );
  const wanted = fold(query);
  const shown = rows.filter(({ courierTitle, courierId, deviceTitle, deviceId }) =>
    fold(`${courierTitle ?? ''} ${courierId} ${deviceTitle} ${deviceId ?? ''}`).includes(wanted),
  );
  const named = ({ deviceTitle, deviceId }: LicenceRow) => deviceTitle || (deviceId ?? '');

  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={600}
      padding={0}
      title={t.title}
      overlayProps={{ backgroundOpacity: 0.35 }}
      closeOnEscape={freeing === null}
      classNames={{ content: classes.panel, header: classes.head, title: dialog.title, body: dialog.body }}
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': t.close }}
      transitionProps={{ duration: 120, exitDuration: 0 }}
    >
      {use && (
        <div className={classes.summary} data-level={use.level}>
          <p>
            <strong>{t.used(use.used, use.total)}</strong>
            <span>{t.level[use.level](use.left ?? 0)}</span>
          </p>
          <LicenceMeter use={use} wide />
          {use.unnamed > 0 && <small>{t.unnamed(use.unnamed)}</small>}
          {data.setAside.length > 0 && <small>{t.setAside(data.setAside.length)}</small>}
        </div>
      )}
      {isError && (
        <div className={classes.error}>
          <ErrorNote error={error} onRetry={() => void refetch()} compact />
        </div>
      )}
      {rows.length >= SEARCH_FROM && (
        <TextInput
          className={classes.search}
          size="xs"
          aria-label={t.search}
          placeholder={t.search}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
        />
      )}
      <p className={classes.freed} role="status">
        {freed !== '' && (
          <>
            <IconCheck size={15} stroke={2} aria-hidden />
            {words.free.done(freed)}
          </>
        )}
      </p>
      <div ref={list} className={classes.list} tabIndex={0} role="region" aria-label={t.list}>
        {shown.length > 0 ? (
          <ul>
            {shown.map((row) => (
              <LicenceLine
                key={row.key}
                row={row}
                couriersKnown={directory !== undefined}
                onFree={mayFree && row.deviceId !== null ? () => setFreeing(row) : null}
              />
            ))}
          </ul>
        ) : (
          <p className={classes.nothing}>
            {data ? (rows.length === 0 ? t.nobody : t.nothing) : isError ? '' : t.reading}
          </p>
        )}
      </div>
      {mayFree && (
        <FreeLicenceDialog
          device={
            freeing && {
              deviceId: freeing.deviceId ?? '',
              deviceTitle: freeing.deviceTitle,
              courierTitle: freeing.courierTitle ?? t.unknownCourier(freeing.courierId),
              openOrders: freeing.open,
            }
          }
          onClose={() => setFreeing(null)}
          onFreed={() => {
            if (!freeing) return;
            setFreed(named(freeing));
            onFreed(named(freeing));
            setFreeing(null);
            // The button that was pressed is gone with its row.
            list.current?.focus({ preventScroll: true });
          }}
        />
      )}
    </Drawer>
  );
}
