/** What a dispatcher must know before deciding: orders that changed under the open dialog, orders that went, a system that is silent. */
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCloudOff, IconGhost2 } from '@tabler/icons-react';
import { useFormat } from '#src/components/format/useFormat.ts';
import { SystemBadge } from '#src/components/orders/SystemBadge.tsx';
import type { FeedProblem } from '#src/contracts/feed.ts';
import { deedsWords } from '#src/locales/deedsWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import type { ChangedOrder, DraftOrders } from './commandDraft.ts';
import { useCommandStore } from './commandStore.ts';
import { useStateWords } from './useStateWords.ts';
import { useWindowWords } from './useWindowWords.ts';
import classes from './DraftNotices.module.css';

type DraftNoticesProps = Pick<DraftOrders, 'changed' | 'gone'> & { troubles: FeedProblem[] };

/** Renders nothing while all is as it was. */
export function DraftNotices({ changed, gone, troubles }: DraftNoticesProps) {
  const text = useText();
  const t = text.commands.draft;
  const format = useFormat();
  const changes = useChangeWords();
  const acknowledge = useCommandStore((state) => state.acknowledge);
  if (changed.length === 0 && gone.length === 0 && troubles.length === 0) return null;
  return (
    <div className={classes.notices}>
      {troubles.map(({ system, since }) => (
        <p key={system} className={classes.notice} role="status">
          <IconCloudOff size={17} stroke={1.7} aria-hidden />
          {t.trouble(text.orders.systems[system], format.time(since))}
        </p>
      ))}
      {gone.length > 0 && (
        <p className={classes.notice} role="status">
          <IconGhost2 size={17} stroke={1.7} aria-hidden />
          {t.gone(gone.join(', '))}
        </p>
      )}
      {changed.length > 0 && (
        <section className={classes.changed} role="alert">
          <IconAlertTriangle size={17} stroke={1.7} aria-hidden />
          <div className={classes.body}>
            <strong>{t.changedTitle(changed.length)}</strong>
            <ul>
              {changed.map(({ order, was }) => (
                <li key={order.key}>
                  <b>{order.number}</b> <SystemBadge system={order.system} /> {changes(order, was)}
                </li>
              ))}
            </ul>
            <p>{t.changedLead}</p>
          </div>
          <Button variant="default" size="xs" onClick={() => acknowledge(changed.map(({ order }) => order))}>
            {t.acknowledge}
          </Button>
        </section>
      )}
    </div>
  );
}

/** All that is different now: status, courier, window, address. */
function useChangeWords(): (order: ChangedOrder['order'], was: ChangedOrder['was']) => string {
  const t = useText().commands;
  const { nothing } = useWords(deedsWords);
  const states = useStateWords();
  const windows = useWindowWords();
  return (order, was) => {
    const windowOf = ({ windowFrom, windowTo }: ChangedOrder['was']) =>
      windows({ from: windowFrom, to: windowTo }) || nothing;
    const parts = [
      states.change(order.system, was.seen, order.seen),
      windowOf(was) !== windowOf(order) && t.asked.arrow(windowOf(was), windowOf(order)),
      was.address !== order.address && t.asked.arrow(was.address || nothing, order.address || nothing),
    ];
    return parts.filter(Boolean).join(t.dot);
  };
}
