/** The items of a Kassa order, and its sums. */
import type { WholeOrder } from '#src/contracts/kassa/wholeOrder.ts';
import { lineTotal } from '#src/domain/orderTotals.ts';
import { useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';
import { Facts, InlineFacts } from '../parts/Facts.tsx';
import { GoodsTable } from '../parts/GoodsTable.tsx';
import { PhoneLink } from '../parts/PhoneLink.tsx';
import { Section } from '../parts/Section.tsx';
import type { SumLine } from '../parts/Sums.tsx';
import { Sums } from '../parts/Sums.tsx';
import goods from '../parts/goods.module.css';
import { useCardFormat, wordFor } from '../parts/useCardFormat.ts';

type Item = WholeOrder['onlineOrderItems'][number];

/** Kassa writes UNKNOWN where an item is not marked. */
const NOT_MARKED = 'UNKNOWN';

/** What Kassa says, else price times count (assumption: without the discount, whose unit the API text leaves open). */
const itemTotal = (item: Item): number | null =>
  item.total ?? (item.price === null || item.quantity === null ? null : lineTotal(item.price, item.quantity));

export function KassaItems({ order }: { order: WholeOrder }) {
  const words = useWords(orderWords);
  const t = words.goods;
  const items = order.onlineOrderItems;
  return (
    <Section title={t.title(items.length)}>
      {items.length === 0 ? (
        <p className={goods.none}>{t.none}</p>
      ) : (
        <GoodsTable
          lines={items.map((item, index) => ({
            key: item.id ?? String(index),
            number: index + 1,
            title: <ItemTitle item={item} />,
            count: item.quantity,
            unit:
              item.unitCode === null
                ? t.unit
                : (wordFor(words.kassa.units, item.unitCode) ?? words.kassa.unit(item.unitCode)),
            price: item.price,
            discount: null,
            total: itemTotal(item),
          }))}
        />
      )}
    </Section>
  );
}

function ItemTitle({ item }: { item: Item }) {
  const t = useWords(orderWords).goods;
  const { count } = useCardFormat();
  return (
    <>
      <span className={goods.title}>
        {item.description || t.untitled}
        {!item.editable && <span className={goods.mark}>{t.locked}</span>}
      </span>
      <InlineFacts
        facts={[
          { label: '', value: item.vatValue === null ? t.noVat : t.vat(count(item.vatValue)) },
          { label: t.discount, value: item.discount !== null && item.discount !== 0 && count(item.discount) },
          {
            label: '',
            value: item.paymentSubject && (wordFor(t.subjects, item.paymentSubject) ?? item.paymentSubject),
          },
          { label: t.method, value: item.calculationMethod },
          { label: t.markType, value: item.markType === NOT_MARKED ? t.noMark : item.markType },
          { label: t.vendorCode, value: item.vendorCode },
          { label: t.barcode, value: item.barcode },
          { label: t.ofd, value: item.codeForOfd },
          { label: t.id, value: item.nomenclatureId },
          { label: t.row, value: item.id },
        ]}
      />
      <InlineFacts
        facts={[
          { label: t.contractor, value: item.contractorName },
          { label: t.contractorInn, value: item.contractorInn },
          { label: '', value: item.contractorPhone && <PhoneLink phone={item.contractorPhone} /> },
          { label: '', value: item.contractorAddress },
          { label: t.contractorKind, value: item.contractorActivityType },
          { label: t.organizationPhone, value: item.organizationPhone },
        ]}
      />
    </>
  );
}

export function KassaSums({ order }: { order: WholeOrder }) {
  const words = useWords(orderWords);
  const t = words.sums;
  const { sum, yesNo } = useCardFormat();
  const itemSums = order.onlineOrderItems.map(itemTotal);
  const known = itemSums.every((total) => total !== null);
  const items = itemSums.reduce<number>((all, total) => all + (total ?? 0), 0);
  const own = items + (order.deliveryAmount ?? 0);
  const lines: SumLine[] = [
    ...(known && itemSums.length > 0 ? [{ label: t.goods, sum: sum(items) }] : []),
    ...(order.deliveryAmount === null ? [] : [{ label: t.delivery, sum: sum(order.deliveryAmount) }]),
    ...(order.discount === null || order.discount === 0
      ? []
      : [{ label: t.orderDiscount, sum: sum(order.discount) }]),
    {
      label: t.total,
      sum: order.totalAmount === null ? words.glance.unknownSum : sum(order.totalAmount),
      main: true,
    },
  ];
  // Whether Kassa's total holds the delivery is not said, so it may or may not.
  const differs =
    known && itemSums.length > 0 && order.totalAmount !== null && ![items, own].includes(order.totalAmount);
  const properties = order.properties;
  const settlement = properties
    ? [
        properties.fullSettlement && words.kassa.fullSettlement,
        properties.prepayment && words.kassa.prepayment,
        properties.credit && words.kassa.credit,
      ].filter(Boolean)
    : [];
  return (
    <Section title={t.title}>
      <Sums lines={lines} warning={differs ? t.differs(sum(order.totalAmount ?? 0), sum(items)) : null} />
      <div className={goods.after}>
        <Facts
          facts={[
            { label: t.paid, value: yesNo(order.paid) },
            { label: words.kassa.settlement, value: settlement.join(', ') || words.kassa.settlementUnknown },
            {
              label: words.kassa.taxSystem,
              value: wordFor(words.kassa.taxSystems, order.taxSystem) ?? order.taxSystem,
            },
            { label: words.kassa.cashier, value: order.cashierName },
            { label: t.discountType, value: order.discountType !== '0' && order.discountType },
          ]}
        />
      </div>
    </Section>
  );
}
