/** The whole of an iRECA order, part by part. */
import type { ReadOrder } from '#src/api/order.ts';
import type { UsedTitles } from '#src/components/orders/useOrderTitles.ts';
import { useOrderTitles } from '#src/components/orders/useOrderTitles.ts';
import type { IrecaOrder } from '#src/contracts/ireca/order.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';
import { Facts } from '../parts/Facts.tsx';
import { ListsNote } from '../parts/ListsNote.tsx';
import { Section } from '../parts/Section.tsx';
import { useCardFormat } from '../parts/useCardFormat.ts';
import { windowWords } from '../windowWords.ts';
import { IrecaGoods } from './IrecaGoods.tsx';
import { IrecaPayment, IrecaSums } from './IrecaMoney.tsx';
import { IrecaPeople } from './IrecaPeople.tsx';
import { IrecaPlaces } from './IrecaPlaces.tsx';
import { IrecaReturned } from './IrecaReturned.tsx';

/** `number`: what people call the order. */
export function IrecaBody({ read, number }: { read: ReadOrder; number: string }) {
  const titles = useOrderTitles();
  const { order, raw } = read;
  return (
    <>
      <ListsNote titles={titles} />
      <IrecaPlaces order={order} raw={raw} number={number} titles={titles} />
      <IrecaGoods order={order} titles={titles} />
      <IrecaSums order={order} />
      <IrecaPeople order={order} titles={titles} />
      <IrecaReturned order={order} titles={titles} />
      <IrecaPayment order={order} titles={titles} />
      <IrecaState order={order} titles={titles} />
    </>
  );
}

function IrecaState({ order, titles }: { order: IrecaOrder; titles: UsedTitles }) {
  const words = useWords(orderWords);
  const t = words.state;
  const { table } = useText().orders;
  const format = useCardFormat();
  const { yesNo } = format;
  const window = windowWords(
    { windowFrom: order.deliveryTimeFrom, windowTo: order.deliveryTimeTo },
    format,
    table.until,
  );
  return (
    <Section title={t.title}>
      <Facts
        facts={[
          {
            label: t.delivery,
            value: order.deliveryStatusId && titles.deliveryStatus(order.deliveryStatusId),
          },
          { label: t.payment, value: order.statusId && titles.orderStatus(order.statusId) },
          { label: t.reason, value: order.returnReasonId && titles.reason(order.returnReasonId) },
          {
            label: words.glance.window,
            value: window ? `${window.time}, ${window.day}` : words.glance.noWindow,
          },
          { label: t.agreed, value: yesNo(order.isAgreed) },
          { label: t.edited, value: order.isEdited && yesNo(true) },
          { label: t.isReturned, value: order.isReturned && yesNo(true) },
          { label: t.refund, value: order.isRefund && yesNo(true) },
          { label: t.orderId, value: order.orderId },
          { label: t.alias, value: order.codeAlias },
        ]}
      />
    </Section>
  );
}
