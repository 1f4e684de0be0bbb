/** One order on its courier's page: a press opens its card; a dispatcher hands it over or takes it back. */
import { IconTransfer, IconUserMinus } from '@tabler/icons-react';
import { memo } from 'react';
import { Link } from 'react-router';
import { useCommands, usePending } from '#src/components/commands/commandStore.ts';
import { useWindowWords } from '#src/components/commands/useWindowWords.ts';
import heard from '#src/components/format/unseen.module.css';
import { useFormat } from '#src/components/format/useFormat.ts';
import edge from '#src/components/orders/lateEdge.module.css';
import { SlackChip } from '#src/components/orders/SlackChip.tsx';
import { StatusBadge } from '#src/components/orders/StatusBadge.tsx';
import { SystemBadge } from '#src/components/orders/SystemBadge.tsx';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { useAppConfig } from '#src/api/appConfig.ts';
import { latenessOf } from '#src/domain/lateness.ts';
import { legalMove } from '#src/domain/moves.ts';
import { orderAddress } from '#src/lib/paths.ts';
import { courierPageWords } from '#src/locales/courierPageWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import classes from './CourierOrderRow.module.css';

const ROW = `${edge.edge} ${classes.row}`;

type Props = {
  order: DispatchOrder;
  /** Epoch ms. */
  now: number;
  deeds: boolean;
};

export const CourierOrderRow = memo(function CourierOrderRow({ order, now, deeds }: Props) {
  const t = useWords(courierPageWords).orders;
  const { money } = useFormat();
  const { atRiskMinutes } = useAppConfig();
  const windowWords = useWindowWords();
  const { system, id, key, number, windowFrom, windowTo, amount } = order;
  const { band } = latenessOf(order, now, atRiskMinutes);
  const where = order.selfPickUp ? t.selfPickUp : order.address || t.noAddress;
  return (
    <li className={ROW} data-order={key} data-band={band}>
      <span className={classes.what}>
        <Link className={classes.number} to={orderAddress(system, id)}>
          {number}
        </Link>
        <SystemBadge system={system} />
      </span>
      <span className={classes.status}>
        <StatusBadge order={order} />
      </span>
      <span className={classes.window}>
        <span>{windowWords({ from: windowFrom, to: windowTo }) || t.noWindow}</span>
        <SlackChip order={order} now={now} />
      </span>
      <span className={classes.where}>
        <span title={where}>{where}</span>
        <span className={classes.client}>{order.client}</span>
      </span>
      <span className={classes.amount}>{amount !== null && money(amount)}</span>
      {deeds && <Deeds order={order} />}
    </li>
  );
});

function Deeds({ order }: { order: DispatchOrder }) {
  const t = useWords(courierPageWords).orders;
  const { bar } = useText().commands;
  const { openAssign, unassign } = useCommands();
  const pending = usePending(order.key);
  if (pending) return <span className={classes.pending}>{t.pending}</span>;
  const give = legalMove(order.system, order.status, 'assign');
  const take = legalMove(order.system, order.status, 'unassign');
  return (
    <span className={classes.deeds}>
      {give.legal && (
        <button
          type="button"
          aria-label={t.reassignOne(order.number)}
          title={t.reassign}
          onClick={() => openAssign([order])}
        >
          <IconTransfer size={16} stroke={1.7} aria-hidden />
        </button>
      )}
      {take.legal && (
        <button
          type="button"
          aria-label={t.unassignOne(order.number)}
          title={t.unassign}
          onClick={() => unassign([order])}
        >
          <IconUserMinus size={16} stroke={1.7} aria-hidden />
        </button>
      )}
      {!give.legal && (
        <span className={classes.bar} title={bar[give.why]}>
          {t.fixed}
          <span className={heard.unseen}> {bar[give.why]}</span>
        </span>
      )}
    </span>
  );
}
