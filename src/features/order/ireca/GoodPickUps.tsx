/** The warehouses that a good is picked up from: how much is taken already, and whom to call there. */
import { IconBuildingWarehouse } from '@tabler/icons-react';
import type { OrderTitles } from '#src/components/orders/orderTitles.ts';
import type { IrecaOrder } from '#src/contracts/ireca/order.ts';
import { useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';
import { InlineFacts } from '../parts/Facts.tsx';
import { PhoneLink } from '../parts/PhoneLink.tsx';
import { pointText } from '../parts/pointText.ts';
import { useCardFormat } from '../parts/useCardFormat.ts';
import goods from '../parts/goods.module.css';

type PickUp = IrecaOrder['goods'][number]['warehouses'][number];

export function GoodPickUps({ warehouses, titles }: { warehouses: readonly PickUp[]; titles: OrderTitles }) {
  return warehouses.map((warehouse) => (
    <GoodPickUp key={warehouse.warehouseId} warehouse={warehouse} titles={titles} />
  ));
}

function GoodPickUp({ warehouse, titles }: { warehouse: PickUp; titles: OrderTitles }) {
  const words = useWords(orderWords);
  const t = words.goods;
  const { count, moment } = useCardFormat();
  const { tookCount, count: toTake } = warehouse;
  const person = [warehouse.firstname, warehouse.lastname].filter(Boolean).join(' ');
  const address = [warehouse.city, warehouse.street, warehouse.house, warehouse.apartment]
    .filter(Boolean)
    .join(', ');
  const all = toTake !== null && (tookCount ?? 0) >= toTake;
  return (
    <div className={goods.sub}>
      <span className={goods.pickUp}>
        <IconBuildingWarehouse size={14} stroke={1.7} aria-hidden />
        <span>
          {t.pickUp}: {warehouse.title || titles.warehouse(warehouse.warehouseId)}
        </span>
        {toTake !== null && (
          <span className={goods.took} data-all={all || undefined}>
            {t.took(count(tookCount ?? 0), count(toTake))}
          </span>
        )}
      </span>
      <InlineFacts
        facts={[
          { label: '', value: address },
          { label: '', value: pointText(warehouse) },
          { label: '', value: person },
          { label: '', value: warehouse.phone && <PhoneLink phone={warehouse.phone} /> },
          { label: '', value: warehouse.description },
          { label: words.places.warehouse, value: warehouse.warehouseId },
          { label: t.updated, value: moment(warehouse.updatedAt) },
          { label: '', value: !warehouse.isActive && t.inactive },
        ]}
      />
    </div>
  );
}
