/** The dark bar of what can be done with the selected orders. Offers the legal part and says how many cannot. */
import { Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMay } from '#src/api/session.ts';
import icon from '#src/components/buttons/iconButton.module.css';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { useText } from '#src/locales/language.tsx';
import { ActionLogButton } from './ActionLogButton.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import { UnassignButton } from './UnassignButton.tsx';
import { barWords } from './barWords.ts';
import type { Part } from './bulkParts.ts';
import { useBulkParts } from './bulkParts.ts';
import { useCommands } from './commandStore.ts';
import { usePanelClearance } from './panelClearance.ts';
import { useKeysFromAnywhere } from './useKeysFromAnywhere.ts';
import classes from './BulkBar.module.css';

type BulkBarProps = {
  /** All selected orders, hidden ones too. */
  orders: DispatchOrder[];
  /** How many of `orders` the filters hide. */
  hiddenCount?: number;
  onClear: () => void;
  /** What else can be done with them, e.g. an export. */
  extra?: ReactNode;
};

export function BulkBar({ orders, hiddenCount = 0, onClear, extra }: BulkBarProps) {
  const t = useText().commands;
  const mayCommand = useMay('dispatcher');
  const { openAssign, openCancel, openReschedule } = useCommands();
  const { assign, unassign, reschedule, cancel } = useBulkParts(orders);
  const all = orders.length;
  const bar = usePanelClearance();

  // What the bar promises holds wherever the focus is, the bar itself included: on the map, on a button, nowhere.
  useKeysFromAnywhere(({ code }) => {
    if (code === 'Escape') onClear();
    else if (mayCommand && code === 'KeyA' && assign.legal.length > 0) openAssign(orders);
    else if (mayCommand && code === 'KeyR' && reschedule.legal.length > 0) openReschedule(orders);
    else if (mayCommand && code === 'KeyC' && cancel.legal.length > 0) openCancel(orders);
    else return false;
    return true;
  }, all > 0);
  if (all === 0) return null;
  return (
    <section ref={bar} className={classes.bar} aria-label={t.bulk.label} data-testid="bulk-bar">
      <p className={classes.count}>
        <strong>{t.bulk.selected(all)}</strong>
        {hiddenCount > 0 && <span>{t.bulk.hidden(hiddenCount)}</span>}
      </p>
      {mayCommand && (
        <div className={classes.deeds}>
          <Deed part={assign} tone="main" hotkey="A" onClick={() => openAssign(orders)}>
            {assign.bars.length > 0 && assign.legal.length > 0
              ? t.bulk.assignPart(assign.legal.length, all)
              : t.bulk.assign}
          </Deed>
          {unassign.legal.length > 0 && <UnassignButton part={unassign} all={all} />}
          <Deed part={reschedule} hotkey="R" onClick={() => openReschedule(orders)}>
            {reschedule.bars.length > 0 && reschedule.legal.length > 0
              ? t.bulk.reschedulePart(reschedule.legal.length, all)
              : t.bulk.reschedule}
          </Deed>
          <Deed part={cancel} tone="danger" hotkey="C" onClick={() => openCancel(orders)}>
            {cancel.bars.length > 0 && cancel.legal.length > 0
              ? t.bulk.cancelPart(cancel.legal.length, all)
              : t.bulk.cancel}
          </Deed>
          <MoreMenu orders={orders} />
        </div>
      )}
      {extra && <div className={classes.deeds}>{extra}</div>}
      <div className={classes.end}>
        {mayCommand && <ActionLogButton dark />}
        <span className={classes.hint} aria-hidden>
          {t.bulk.clearHint}
        </span>
        <button
          type="button"
          className={`${icon.button} ${classes.clear}`}
          data-dark
          onClick={onClear}
          aria-label={t.bulk.clear}
          title={t.bulk.clearHint}
        >
          <IconX size={17} stroke={1.8} aria-hidden />
        </button>
      </div>
    </section>
  );
}

type DeedProps = {
  part: Part;
  tone?: 'main' | 'danger';
  hotkey: string;
  onClick: () => void;
  children: ReactNode;
};

/** A deed that none of the orders allows stays in its place and says why not. */
function Deed({ part, tone, hotkey, onClick, children }: DeedProps) {
  const t = useText().commands;
  const none = part.legal.length === 0;
  const why = part.bars.length === 0 ? '' : barWords(part.bars, t.bar);
  const button = (
    <button
      type="button"
      className={classes.deed}
      data-tone={tone}
      aria-disabled={none || undefined}
      onClick={none ? undefined : onClick}
    >
      {children}
      <kbd aria-hidden>{hotkey}</kbd>
    </button>
  );
  if (why === '') return button;
  return (
    // A finger and the keyboard are told as well.
    <Tooltip
      label={none ? t.bulk.none(why) : t.cannot(part.bars.length, why)}
      events={{ hover: true, focus: true, touch: true }}
    >
      {button}
    </Tooltip>
  );
}
