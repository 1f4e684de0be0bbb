/** The goods of an iRECA order: what is carried, what it costs, where it is picked up, what was struck off. */
import type { OrderTitles } from '#src/components/orders/orderTitles.ts';
import type { IrecaOrder } from '#src/contracts/ireca/order.ts';
import { useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';
import { InlineFacts } from '../parts/Facts.tsx';
import { GoodsTable } from '../parts/GoodsTable.tsx';
import { PicturedLink } from '../parts/PicturedLink.tsx';
import { Section } from '../parts/Section.tsx';
import { useCardFormat } from '../parts/useCardFormat.ts';
import goods from '../parts/goods.module.css';
import { GoodPickUps } from './GoodPickUps.tsx';

type Good = IrecaOrder['goods'][number];
type Specificity = Good['specificities'][number];

/** 0 = «не используется» in iRECA's dictionary: says nothing, so it is not shown among what counts. */
const NO_CALC = '0';

export function IrecaGoods({ order, titles }: { order: IrecaOrder; titles: OrderTitles }) {
  const t = useWords(orderWords).goods;
  const lines = [...order.goods].sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  return (
    <Section title={t.title(lines.length)}>
      {lines.length === 0 ? (
        <p className={goods.none}>{t.none}</p>
      ) : (
        <GoodsTable
          lines={lines.map((good, index) => ({
            key: `${good.goodId ?? ''}-${index}`,
            number: (good.position ?? index) + 1,
            title: <GoodTitle good={good} titles={titles} />,
            count: good.count,
            unit: good.unit || t.unit,
            price: good.price,
            discount: good.discountTotal,
            total: good.total === null ? null : good.total + (good.discountTotal ?? 0),
            before: good.discountTotal ? good.total : null,
            struck: good.canceledItems.length > 0,
          }))}
        />
      )}
    </Section>
  );
}

function GoodTitle({ good, titles }: { good: Good; titles: OrderTitles }) {
  const words = useWords(orderWords);
  const t = words.goods;
  const { count } = useCardFormat();
  return (
    <>
      <span className={goods.title}>
        {good.title || t.untitled}
        {!good.isActive && <span className={goods.mark}>{t.inactive}</span>}
      </span>
      {good.description !== '' && <span className={goods.text}>{good.description}</span>}
      <InlineFacts
        facts={[
          { label: t.article, value: good.article },
          { label: t.tax, value: good.taxId && titles.tax(good.taxId) },
          { label: t.weight, value: good.weight !== null && good.weight !== 0 && count(good.weight) },
          {
            label: t.multiplicity,
            value: good.multiplicity !== null && good.multiplicity !== 1 && count(good.multiplicity),
          },
          { label: t.calc, value: good.calcId && good.calcId !== NO_CALC && titles.calcType(good.calcId) },
          { label: t.ved, value: good.vedCode },
          { label: t.country, value: good.countryCode },
          { label: t.declaration, value: good.customDeclarationCode },
          { label: t.mark, value: good.markValue },
          { label: t.markBinary, value: good.markBinaryValue },
          { label: t.returnReason, value: good.returnReasonId && titles.reason(good.returnReasonId) },
          { label: t.parent, value: good.parentId },
          { label: t.id, value: good.goodId },
        ]}
      />
      <PicturedLink url={good.imageUrl} bigUrl={good.imageBigUrl} title={good.title} />
      {good.specificities.map((one, index) => (
        <SpecificityLine key={`${one.specificityId}-${index}`} one={one} />
      ))}
      <GoodPickUps warehouses={good.warehouses} titles={titles} />
      <Struck good={good} titles={titles} />
    </>
  );
}

function SpecificityLine({ one }: { one: Specificity }) {
  const t = useWords(orderWords).goods;
  const { count, sum } = useCardFormat();
  return (
    <div className={goods.sub}>
      <span>
        + {one.title || t.untitled}
        {one.value !== '' && `: ${one.value}`}
        {one.count !== null && ` × ${count(one.count)}`}
      </span>
      <InlineFacts
        facts={[
          {
            label: '',
            value: one.price !== null && one.price !== 0 && `${sum(one.price)}, ${t.priceIncluded}`,
          },
          { label: t.article, value: one.article },
          { label: t.parent, value: one.parentId },
          { label: t.specificity, value: one.specificityId },
          { label: '', value: !one.isActive && t.inactive },
        ]}
      />
      <PicturedLink url={one.imageUrl} bigUrl={one.imageBigUrl} title={one.title} />
    </div>
  );
}

/** What the courier struck off at the door: how much of it, why and when. */
function Struck({ good, titles }: { good: Good; titles: OrderTitles }) {
  const t = useWords(orderWords).goods;
  const { count, moment } = useCardFormat();
  return good.canceledItems.map((item, index) => (
    <p key={index} className={goods.struck}>
      <strong>{t.struck(item.count === null ? '?' : `${count(item.count)} ${good.unit || t.unit}`)}</strong>
      <span>{item.returnReasonId === null ? t.noReason : titles.reason(item.returnReasonId)}</span>
      {item.createdAt !== null && <span>{moment(item.createdAt)}</span>}
    </p>
  ));
}
