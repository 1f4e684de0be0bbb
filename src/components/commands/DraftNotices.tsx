/** What a dispatcher must know before deciding: orders that changed under the open dialog, orders that went, a system that is silent. */
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCloudOff, IconGhost2 } from '@tabler/icons-react';
import { useFormat } from '#src/components/format/useFormat.ts';
import { SystemBadge } from '#src/components/orders/SystemBadge.tsx';
import type { FeedProblem } from '#src/contracts/feed.ts';
import { useText } from '#src/locales/language.tsx';
import type { DraftOrders } from './commandDraft.ts';
import { useCommandStore } from './commandStore.ts';
import { useStateWords } from './useStateWords.ts';
import classes from './DraftNotices.module.css';

type DraftNoticesProps = Pick<DraftOrders, 'changed' | 'gone'> & { troubles: FeedProblem[] };

/** Renders nothing while all is as it was. */
export function DraftNotices({ changed, gone, troubles }: DraftNoticesProps) {
  const text = useText();
  const t = text.commands.draft;
  const format = useFormat();
  const words = useStateWords();
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
                  <b>{order.number}</b> <SystemBadge system={order.system} />{' '}
                  {words.change(order.system, was, order.seen)}
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
