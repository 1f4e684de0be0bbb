/** Where an iRECA order goes and where it comes from, in words, in figures and on a small map. */
import { Suspense } from 'react';
import type { MapPoint } from '#src/components/map/PointMap.tsx';
import type { OrderTitles } from '#src/components/orders/orderTitles.ts';
import type { IrecaOrder } from '#src/contracts/ireca/order.ts';
import type { Row } from '#src/contracts/wire.ts';
import { isRow, readFlag } from '#src/contracts/wire.ts';
import { knownPoint } from '#src/lib/geo.ts';
import { lazyPart } from '#src/lib/lazyPart.ts';
import { useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';
import { pointText } from '../parts/pointText.ts';
import { Section } from '../parts/Section.tsx';
import classes from './IrecaPlaces.module.css';

const PointMap = lazyPart(() => import('#src/components/map/PointMap.tsx'), 'PointMap');

const MAP_HEIGHT = 196;

type Entity = IrecaOrder['addressToEntity'];

export function IrecaPlaces({
  order,
  raw,
  number,
  titles,
}: {
  order: IrecaOrder;
  raw: Row;
  number: string;
  titles: OrderTitles;
}) {
  const t = useWords(orderWords).places;
  const points = pointsOf(order, { to: t.to, from: t.from }, titles);
  const from = order.addressFrom !== '' || hasWords(order.addressFromEntity);
  return (
    <Section title={t.title}>
      <div className={classes.places}>
        <div className={classes.words}>
          <Place
            name={t.to}
            line={order.addressTo}
            entity={order.addressToEntity}
            raw={raw.addressToEntity}
          />
          {from && (
            <Place
              name={t.from}
              line={order.addressFrom}
              entity={order.addressFromEntity}
              raw={raw.addressFromEntity}
            />
          )}
        </div>
        {points.length > 0 && (
          <div className={classes.map} style={{ minHeight: MAP_HEIGHT }} data-screen-only>
            <Suspense>
              <PointMap points={points} label={t.map(number)} height={MAP_HEIGHT} />
            </Suspense>
          </div>
        )}
      </div>
    </Section>
  );
}

function Place({ name, line, entity, raw }: { name: string; line: string; entity: Entity; raw: unknown }) {
  const words = useWords(orderWords);
  const t = words.places;
  const fields = entity
    ? [
        entity.postindex && `${t.postindex} ${entity.postindex}`,
        entity.city,
        [entity.street, entity.home].filter(Boolean).join(', '),
        entity.apartment && `${t.apartment} ${entity.apartment}`,
      ].filter(Boolean)
    : [];
  const point = entity && pointText(entity);
  const looksUp = isRow(raw) && readFlag(raw.isUseGoogleGeo) === true;
  return (
    <div className={classes.place}>
      <h4>{name}</h4>
      <p className={classes.line}>{line || fields.join(', ') || words.glance.noAddress}</p>
      {line !== '' && fields.length > 0 && <p className={classes.fields}>{fields.join(' · ')}</p>}
      <p className={classes.fields}>{point ?? t.noPoint}</p>
      {looksUp && <p className={classes.fields}>{t.googleGeo}</p>}
    </div>
  );
}

const hasWords = (entity: Entity) =>
  entity !== null && [entity.city, entity.street, entity.home].some((part) => part !== '');

/** The address, where it comes from, and every warehouse of the goods once: whatever has a known point. */
function pointsOf(order: IrecaOrder, words: { to: string; from: string }, titles: OrderTitles): MapPoint[] {
  const points: MapPoint[] = [];
  const add = (
    id: string,
    kind: MapPoint['kind'],
    label: string,
    place: { latitude: number | null; longitude: number | null } | null,
  ) => {
    const point = place && knownPoint(place.latitude, place.longitude);
    if (point && !points.some((known) => known.id === id)) points.push({ id, point, label, kind });
  };
  add('to', 'to', words.to, order.addressToEntity);
  add('from', 'from', words.from, order.addressFromEntity);
  for (const good of order.goods) {
    for (const warehouse of good.warehouses) {
      const label = warehouse.title || titles.warehouse(warehouse.warehouseId);
      add(`warehouse-${warehouse.warehouseId}`, 'warehouse', label, warehouse);
    }
  }
  return points;
}
