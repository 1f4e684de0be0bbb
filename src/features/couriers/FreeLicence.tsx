/** «Освободить лицензию»: the button of one device and its confirmation. */
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '#src/api/session.ts';
import look from '#src/components/buttons/smallButton.module.css';
import { couriersWords } from '#src/locales/couriersWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './FreeLicence.module.css';
import type { FreedDevice } from './FreeLicenceDialog.tsx';
import { FreeLicenceDialog } from './FreeLicenceDialog.tsx';

/** Nothing for those who may not. `onFreed` is called after the list of licences was read back without the device. */
export function FreeLicence({ onFreed, ...device }: FreedDevice & { onFreed?: () => void }) {
  const t = useWords(couriersWords).free;
  const [opened, setOpened] = useState(false);
  if (!useMay('admin')) return null;
  return (
    <>
      <button
        type="button"
        className={`${look.button} ${classes.free}`}
        aria-label={t.buttonFor(device.deviceTitle || device.deviceId, device.courierTitle)}
        onClick={() => setOpened(true)}
      >
        <IconPlugConnectedX size={15} stroke={1.7} aria-hidden />
        {t.button}
      </button>
      <FreeLicenceDialog
        device={opened ? device : null}
        onClose={() => setOpened(false)}
        onFreed={() => {
          setOpened(false);
          onFreed?.();
        }}
      />
    </>
  );
}
