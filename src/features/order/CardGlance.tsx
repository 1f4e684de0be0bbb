/** What a dispatcher asks first: when, who, where, by whom, how much. Comes from the orders feed, so it is there at once. */
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { usePaymentTypes } from '#src/api/references.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { usePending } from '#src/components/commands/commandStore.ts';
import { CourierAvatar } from '#src/components/orders/CourierAvatar.tsx';
import { SlackChip } from '#src/components/orders/SlackChip.tsx';
import { courierOf } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { latenessOf } from '#src/domain/lateness.ts';
import { paymentKindOf, paymentKinds } from '#src/domain/paymentKind.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';
import { PhoneLink } from './parts/PhoneLink.tsx';
import { useCardFormat } from './parts/useCardFormat.ts';
import { windowWords } from './windowWords.ts';
import classes from './CardGlance.module.css';

/** `toCollect`: kopecks left to pay at the door; null until the whole order is read. */
export function CardGlance({ order, toCollect }: { order: DispatchOrder; toCollect: number | null }) {
  const t = useWords(orderWords).glance;
  return (
    <dl className={classes.glance} aria-label={t.label}>
      <WindowCell order={order} />
      <Cell
        label={t.client}
        part="client"
        under={order.phone ? <PhoneLink phone={order.phone} /> : t.noPhone}
      >
        {order.client || <Muted>{t.noClient}</Muted>}
      </Cell>
      <Cell label={t.to} part="to">
        {order.selfPickUp ? t.selfPickUp : order.address || <Muted>{t.noAddress}</Muted>}
      </Cell>
      <CourierCell order={order} />
      <SumCell order={order} toCollect={toCollect} />
    </dl>
  );
}

type CellProps = { label: string; part: string; band?: string; under?: ReactNode; children: ReactNode };

function Cell({ label, part, band, under, children }: CellProps) {
  return (
    <div className={classes.cell} data-part={part} data-band={band}>
      <dt>{label}</dt>
      <dd>
        <span className={classes.value}>{children}</span>
        {under && <span className={classes.under}>{under}</span>}
      </dd>
    </div>
  );
}

const Muted = ({ children }: { children: ReactNode }) => <span className={classes.muted}>{children}</span>;

function WindowCell({ order }: { order: DispatchOrder }) {
  const t = useWords(orderWords).glance;
  const { table } = useText().orders;
  const format = useCardFormat();
  const { atRiskMinutes } = useAppConfig();
  const now = useNow(60_000);
  const { band } = latenessOf(order, now, atRiskMinutes);
  const words = windowWords(order, format, table.until);
  return (
    <Cell
      label={t.window}
      part="window"
      band={band}
      under={
        words && (
          <>
            <SlackChip order={order} now={now} />
            {words.day}
          </>
        )
      }
    >
      {words ? words.time : <Muted>{t.noWindow}</Muted>}
    </Cell>
  );
}

function CourierCell({ order }: { order: DispatchOrder }) {
  const words = useWords(orderWords);
  const t = words.glance;
  const { pending: underWay } = useText().orders.table;
  const { directory, shiftsKnown } = useCourierDirectory();
  const pending = usePending(order.key);
  const format = useCardFormat();
  const given = order.courierId !== null || order.courierLogin !== null;
  if (pending) {
    return (
      <Cell label={t.courier} part="courier">
        {underWay}
      </Cell>
    );
  }
  if (!given) {
    return (
      <Cell label={t.courier} part="courier">
        <Muted>{order.selfPickUp ? t.notNeeded : t.nobody}</Muted>
      </Cell>
    );
  }
  const courier = directory ? courierOf(order, directory) : null;
  const number = order.courierId === null ? format.phone(order.courierLogin) : words.number(order.courierId);
  const phone = courier?.phone || order.courierLogin;
  return (
    <Cell label={t.courier} part="courier" under={phone && <PhoneLink phone={phone} />}>
      <span className={classes.courier}>
        <CourierAvatar name={courier?.title ?? ''} off={!courier?.onShift} size={20} />
        <span title={courier && shiftsKnown ? (courier.onShift ? t.onShift : t.offShift) : undefined}>
          {courier?.title || number}
        </span>
      </span>
    </Cell>
  );
}

function SumCell({ order, toCollect }: { order: DispatchOrder; toCollect: number | null }) {
  const t = useWords(orderWords).glance;
  const { payment } = useText().orders;
  const { data: types } = usePaymentTypes();
  const { sum } = useCardFormat();
  const amount = toCollect ?? order.amount;
  const kind = paymentKindOf(order, paymentKinds(types?.records ?? []));
  return (
    <Cell
      label={toCollect === null ? t.total : t.toCollect}
      part="sum"
      under={order.paid ? payment.paid : kind ? payment[kind] : t.noPayment}
    >
      {amount === null ? <Muted>{t.unknownSum}</Muted> : sum(amount)}
    </Cell>
  );
}

/** What the client or the shop wrote, and what is wrong with the record: read before the phone is picked up. */
export function CardRemarks({ order, problems }: { order: DispatchOrder; problems: readonly string[] }) {
  const t = useWords(orderWords).glance;
  if (order.comment === '' && problems.length === 0) return null;
  return (
    <div className={classes.remarks}>
      {problems.length > 0 && (
        <ul className={classes.problems} aria-label={t.problems}>
          {problems.map((problem) => (
            <li key={problem}>
              <IconAlertTriangle size={14} stroke={1.9} aria-hidden />
              {problem}
            </li>
          ))}
        </ul>
      )}
      {order.comment !== '' && (
        <figure className={classes.comment}>
          <figcaption>{t.comment}</figcaption>
          <blockquote>{order.comment}</blockquote>
        </figure>
      )}
    </div>
  );
}
