/** What else can be done with the order of a pin. What cannot be done stays in its place and says why. */
import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { Bar } from '#src/components/commands/barWords.ts';
import { useBulkParts } from '#src/components/commands/bulkParts.ts';
import { useCommands, usePending } from '#src/components/commands/commandStore.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { legalMove } from '#src/domain/moves.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { pinMenuWords } from '#src/locales/pinMenuWords.ts';
import classes from './PinMenu.module.css';

export function PinMenuDeeds({ order }: { order: DispatchOrder }) {
  const t = useWords(pinMenuWords);
  const { unassign, openReschedule, openReaddress, openCancel } = useCommands();
  const orders = useMemo(() => [order], [order]);
  const parts = useBulkParts(orders);
  const pending = usePending(order.key);
  const readdress = legalMove(order.system, order.status, 'readdress');
  const address = pending ? 'pending' : readdress.legal ? null : readdress.why;
  const [whyNot = null] = parts.unassign.bars;
  return (
    <>
      {whyNot !== 'notAssigned' && (
        <Deed why={whyNot} onClick={() => unassign(orders)}>
          {t.unassign}
        </Deed>
      )}
      <Deed why={parts.reschedule.bars[0] ?? null} onClick={() => openReschedule(orders)}>
        {t.reschedule}
      </Deed>
      <Deed why={address} onClick={() => openReaddress(orders)}>
        {t.readdress}
      </Deed>
      <Deed danger why={parts.cancel.bars[0] ?? null} onClick={() => openCancel(orders)}>
        {t.cancel}
      </Deed>
    </>
  );
}

type DeedProps = {
  /** Null: it can be done. */
  why: Bar | null;
  danger?: boolean;
  onClick: () => void;
  children: ReactNode;
};

function Deed({ why, danger, onClick, children }: DeedProps) {
  const t = useWords(pinMenuWords);
  const bars = useText().commands.bar;
  const button = (
    <button
      type="button"
      className={classes.deed}
      data-tone={danger ? 'danger' : undefined}
      aria-disabled={why !== null || undefined}
      onClick={why === null ? onClick : undefined}
    >
      {children}
    </button>
  );
  if (why === null) return button;
  return (
    // A finger and the keyboard are told as well.
    <Tooltip label={t.cannot(bars[why])} events={{ hover: true, focus: true, touch: true }}>
      {button}
    </Tooltip>
  );
}
