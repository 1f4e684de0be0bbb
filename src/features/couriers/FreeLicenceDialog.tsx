/** Asks before a licence is freed, and says honestly what the list of licences showed afterwards. */
import { Button, Modal } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { LicenceOutcome } from '#src/api/freeLicence.ts';
import { useFreeLicence } from '#src/api/freeLicence.ts';
import deeds from '#src/components/commands/deeds.module.css';
import dialog from '#src/components/commands/dialog.module.css';
import { useErrorWords } from '#src/components/format/useErrorWords.ts';
import { couriersWords } from '#src/locales/couriersWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './FreeLicence.module.css';

export type FreedDevice = {
  deviceId: string;
  deviceTitle: string;
  courierTitle: string;
  /** Null = not known. */
  openOrders: number | null;
};

type Props = {
  /** Null = closed. */
  device: FreedDevice | null;
  onClose: () => void;
  /** The device is not in the list of licences any more. */
  onFreed: () => void;
};

export function FreeLicenceDialog({ device, onClose, onFreed }: Props) {
  const t = useWords(couriersWords).free;
  const freeing = useFreeLicence();
  // What came of it must not come to a closed door.
  const close = () => {
    if (freeing.isPending) return;
    freeing.reset();
    onClose();
  };
  const run = (deviceId: string, look: boolean) =>
    freeing.mutate(
      { deviceId, look },
      {
        onSuccess: ({ is }) => {
          if (is !== 'freed') return;
          freeing.reset();
          onFreed();
        },
      },
    );
  return (
    <Modal
      opened={device !== null}
      onClose={close}
      title={t.title}
      size={540}
      padding={0}
      classNames={{ content: dialog.content, header: dialog.header, title: dialog.title, body: dialog.body }}
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': t.close }}
      transitionProps={{ duration: 90, exitDuration: 0, transition: 'fade' }}
    >
      {device && (
        <Confirmation
          device={device}
          outcome={freeing.isPending ? undefined : freeing.data}
          busy={freeing.isPending}
          onClose={close}
          onRun={(look) => run(device.deviceId, look)}
        />
      )}
    </Modal>
  );
}

type ConfirmationProps = {
  device: FreedDevice;
  outcome: LicenceOutcome | undefined;
  busy: boolean;
  onClose: () => void;
  /** `look`: only reads the list again. */
  onRun: (look: boolean) => void;
};

function Confirmation({ device, outcome, busy, onClose, onRun }: ConfirmationProps) {
  const t = useWords(couriersWords).free;
  const { deviceId, deviceTitle, courierTitle, openOrders } = device;
  const orders = openOrders === null ? t.ordersUnknown : openOrders === 0 ? t.noOrders : t.orders(openOrders);
  return (
    <>
      <div className={classes.words}>
        <strong>{t.whose(courierTitle, deviceTitle || deviceId)}</strong>
        <p>{t.what}</p>
        <p>{orders}</p>
        {outcome && <OutcomeWords outcome={outcome} />}
      </div>
      <footer className={dialog.footer}>
        <Button variant="subtle" color="gray" disabled={busy} onClick={onClose}>
          {t.close}
        </Button>
        <p className={`${dialog.summary} ${classes.busy}`} role="status">
          {busy && t.busy}
        </p>
        {(outcome?.is === 'kept' || outcome?.is === 'unsure') && (
          <Button variant="default" onClick={() => onRun(true)}>
            {t.again}
          </Button>
        )}
        <Button className={`${dialog.submit} ${deeds.danger}`} disabled={busy} onClick={() => onRun(false)}>
          {t.button}
        </Button>
      </footer>
    </>
  );
}

function OutcomeWords({ outcome }: { outcome: LicenceOutcome }) {
  const t = useWords(couriersWords).free;
  const wordsOf = useErrorWords();
  if (outcome.is === 'freed') return null;
  const words = 'error' in outcome && outcome.error !== null ? wordsOf(outcome.error) : null;
  const title =
    outcome.is === 'kept'
      ? t.kept
      : outcome.is === 'refused'
        ? t.refused
        : words === null
          ? t.unsure
          : t.maybe;
  return (
    <div className={classes.outcome} role="alert" data-outcome={outcome.is}>
      <IconAlertTriangle size={17} stroke={1.7} aria-hidden />
      <p>
        <strong>{title}</strong> {words && (words.said ?? words.advice)}
      </p>
    </div>
  );
}
