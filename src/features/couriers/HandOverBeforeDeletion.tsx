/** The open orders of a courier who is to be deleted, and to whom they may go. */
import { Button } from '@mantine/core';
import deeds from '#src/components/commands/deeds.module.css';
import dialog from '#src/components/commands/dialog.module.css';
import { immovable } from '#src/domain/courierDay.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { courierPageWords } from '#src/locales/courierPageWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './HandOver.module.css';
import { HandOverChoice, useHandOverDeed, useHandOverSummary } from './HandOverChoice.tsx';
import { useHandOver } from './useHandOver.ts';

type Props = {
  courierId: string;
  orders: readonly DispatchOrder[];
  /** Handing over was tried already, and these are what is left. */
  tried: boolean;
  onGiven: (runId: string) => void;
  /** Delete all the same; is asked once more. */
  onLeave: () => void;
  onClose: () => void;
};

export function HandOverBeforeDeletion({ courierId, orders, tried, onGiven, onLeave, onClose }: Props) {
  const words = useWords(courierPageWords);
  const t = words.remove;
  const handOver = useHandOver({ courierId, orders, onGiven });
  const summary = useHandOverSummary(handOver);
  const deed = useHandOverDeed(handOver);
  const { standing, take, anybody } = handOver;
  const stuck = immovable(orders).length === orders.length;
  const anyway = (
    <Button variant="default" className={classes.anyway} onClick={onLeave}>
      {t.anyway(orders.length)}
    </Button>
  );
  return (
    <>
      <p className={classes.lead} data-warning>
        {tried || stuck ? t.leftLead(orders.length) : t.lead(orders.length)}{' '}
        {stuck && t.anywayWhy(orders.length)}
      </p>
      <HandOverChoice handOver={handOver} orders={orders} stuck={stuck} />
      <footer className={dialog.footer}>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {words.handOver.close}
        </Button>
        {!stuck && (tried || anybody === false) && anyway}
        <p className={dialog.summary} aria-live="polite">
          {!stuck && summary}
        </p>
        {stuck ? (
          anyway
        ) : (
          <Button
            className={`${dialog.submit} ${deeds.main}`}
            disabled={deed === null}
            onClick={() => standing && take(standing)}
          >
            {deed ?? words.handOver.choose}
          </Button>
        )}
      </footer>
    </>
  );
}
