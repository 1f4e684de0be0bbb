/** «Передать все заказы»: another courier takes all that is open, by one press; the panel of outcomes tells how it ended. */
import { Button } from '@mantine/core';
import deeds from '#src/components/commands/deeds.module.css';
import dialog from '#src/components/commands/dialog.module.css';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { courierPageWords } from '#src/locales/courierPageWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { CourierModal } from './CourierModal.tsx';
import classes from './HandOver.module.css';
import { HandOverChoice, useHandOverDeed, useHandOverSummary } from './HandOverChoice.tsx';
import { useHandOver } from './useHandOver.ts';

type Props = {
  courierId: string;
  name: string;
  /** Open ones. */
  orders: readonly DispatchOrder[];
  onClose: () => void;
};

export function HandOverDialog({ courierId, name, orders, onClose }: Props) {
  const t = useWords(courierPageWords).handOver;
  const handOver = useHandOver({ courierId, orders, onGiven: onClose });
  const summary = useHandOverSummary(handOver);
  const deed = useHandOverDeed(handOver);
  const { standing, take } = handOver;
  return (
    <CourierModal title={t.title(name)} onClose={onClose}>
      <p className={classes.lead}>{orders.length > 0 ? t.lead(orders.length) : t.allGone}</p>
      <HandOverChoice handOver={handOver} orders={orders} />
      <footer className={dialog.footer}>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t.close}
        </Button>
        <p className={dialog.summary} aria-live="polite">
          {summary}
        </p>
        <Button
          className={`${dialog.submit} ${deeds.main}`}
          disabled={deed === null}
          onClick={() => standing && take(standing)}
        >
          {deed ?? t.choose}
        </Button>
      </footer>
    </CourierModal>
  );
}
