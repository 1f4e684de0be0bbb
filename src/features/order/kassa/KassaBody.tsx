/** The whole of a Kassa order, part by part. */
import { statusTitle } from '#src/components/orders/statusTitle.ts';
import type { WholeOrder } from '#src/contracts/kassa/wholeOrder.ts';
import { formatPhone } from '#src/lib/phone.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';
import { Facts, InlineFacts } from '../parts/Facts.tsx';
import { Section } from '../parts/Section.tsx';
import money from '../parts/money.module.css';
import { useCardFormat, wordFor } from '../parts/useCardFormat.ts';
import { KassaItems, KassaSums } from './KassaItems.tsx';
import { KassaClient, KassaResponsible } from './KassaPeople.tsx';
import { RowsAsTheyCame } from './RowsAsTheyCame.tsx';

const NO_TITLES: ReadonlyMap<string, string> = new Map();

export function KassaBody({ order }: { order: WholeOrder }) {
  return (
    <>
      <KassaItems order={order} />
      <KassaSums order={order} />
      <KassaDelivery order={order} />
      <KassaClient order={order} />
      <KassaResponsible order={order} />
      <KassaStatuses order={order} />
      <KassaBooks order={order} />
    </>
  );
}

function KassaDelivery({ order }: { order: WholeOrder }) {
  const words = useWords(orderWords);
  const t = words.kassa;
  const { moment } = useCardFormat();
  const self = order.deliveryType === 'SELF';
  return (
    <Section title={words.places.to}>
      <Facts
        facts={[
          { label: t.type, value: wordFor(t.types, order.deliveryType) ?? order.deliveryType },
          { label: t.deliveryTime, value: moment(order.deliveryTime) ?? words.glance.noWindow },
          { label: t.actual, value: moment(order.actualDeliveryTime) },
          {
            label: words.places.to,
            value: order.address || (self ? words.glance.selfPickUp : words.glance.noAddress),
            wide: true,
          },
          { label: t.location, value: order.location, wide: true },
        ]}
      />
    </Section>
  );
}

/** When each state was set and by whom; the newest last, as Kassa keeps them. */
function KassaStatuses({ order }: { order: WholeOrder }) {
  const t = useWords(orderWords).kassa;
  const statusWords = useText().orders.status;
  const { moment } = useCardFormat();
  const title = (status: string | null) => statusTitle({ system: 'kassa', status }, NO_TITLES, statusWords);
  return (
    <Section title={t.statuses}>
      <Facts
        facts={[
          { label: t.status, value: title(order.currentStatusType) },
          { label: t.substatus, value: order.substatusId },
        ]}
      />
      {order.onlineOrderStatuses.length > 0 && (
        <ul className={money.rows} aria-label={t.statuses}>
          {order.onlineOrderStatuses.map((row, index) => (
            <li key={row.id ?? index}>
              <span className={money.what}>
                {title(row.statusType)}
                <InlineFacts
                  facts={[
                    { label: t.info, value: row.statusInfo },
                    { label: t.substatus, value: row.substatusId },
                    { label: t.personNumber, value: row.id },
                  ]}
                />
              </span>
              <span className={money.when}>{row.userLogin !== null && formatPhone(row.userLogin)}</span>
              <span className={money.when}>{moment(row.statusDate)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function KassaBooks({ order }: { order: WholeOrder }) {
  const words = useWords(orderWords);
  const t = words.kassa;
  const { moment, yesNo, count } = useCardFormat();
  return (
    <Section title={t.service}>
      <Facts
        facts={[
          { label: words.state.orderId, value: order.id },
          { label: words.state.alias, value: order.externalId },
          { label: t.orderTime, value: moment(order.orderTime) },
          { label: t.created, value: moment(order.created) },
          { label: t.changed, value: moment(order.changed) },
          { label: words.state.stateSince, value: moment(order.currentStatusTime) },
          { label: t.lockedUntil, value: moment(order.endLockTime) },
          { label: t.visible, value: yesNo(order.visible) },
          { label: t.size, value: order.size !== null && count(order.size) },
          { label: t.sheetNumber, value: order.routeSheetDocumentNumber },
          {
            label: t.sheetPosition,
            value: order.routeSheetDocumentPosition !== null && count(order.routeSheetDocumentPosition),
          },
          { label: t.sheetId, value: order.routeSheetDocumentId },
          { label: t.shopId, value: order.shopId },
          { label: t.organizationId, value: order.organizationId },
          { label: t.tradeObjectId, value: order.tradeObjectId },
        ]}
      />
      <RowsAsTheyCame title={t.payments} rows={order.onlineOrderPayments} />
      <RowsAsTheyCame title={t.receipts} rows={order.onlineOrderReceipts} />
      <RowsAsTheyCame title={t.receiptItems} rows={order.onlineOrderReceiptsItems} />
      <RowsAsTheyCame title={t.receiptHistories} rows={order.onlineOrderReceiptsHistories} />
      <RowsAsTheyCame title={t.cashiers} rows={order.cashierInfos} />
    </Section>
  );
}
