/** «Карта»: everyone and everything that is open, on the map and in the list beside it. */
import { useMediaQuery } from '@mantine/hooks';
import type L from 'leaflet';
import { useCallback, useMemo, useState } from 'react';
import { useMay } from '#src/api/session.ts';
import { SelectedBar } from '#src/components/board/SelectedBar.tsx';
import { useAssignTo } from '#src/components/board/useAssignTo.ts';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { FullscreenButton } from '#src/components/map/FullscreenButton.tsx';
import { usePlacedOrders } from '#src/components/map/handPoints.ts';
import { bringIntoView } from '#src/components/map/mapMoves.ts';
import { ordersOfCourier } from '#src/components/map/courierOrders.ts';
import { TrackLayer } from '#src/components/map/TrackLayer.tsx';
import { useCourierBoard } from '#src/components/map/useCourierBoard.ts';
import { WorkMap } from '#src/components/map/WorkMap.tsx';
import { CounterBar } from '#src/components/orders/CounterBar.tsx';
import { courierOf } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { View } from '#src/domain/orderFilter.ts';
import { useWords } from '#src/locales/language.tsx';
import { mapPageWords } from '#src/locales/mapPageWords.ts';
import { CourierCard } from './CourierCard.tsx';
import { MAP_VIEWS, useMapChoice } from './mapAddress.ts';
import classes from './MapPage.module.css';
import { MapSide } from './MapSide.tsx';
import { QueryChip } from './QueryChip.tsx';
import { TrackPanel } from './track/TrackPanel.tsx';
import { useTrackDesk } from './track/useTrackDesk.ts';
import { useMapOrders } from './useMapOrders.ts';

const nothing: DispatchOrder[] = [];

export function MapPage() {
  const t = useWords(mapPageWords);
  const { choice, change } = useMapChoice();
  const { view, query, courierId: chosen } = choice;
  const { feed, records, open, orders, counts, hidden, failed } = useMapOrders(choice);
  const board = useCourierBoard();
  const { couriers, directory } = board;
  const mayAssign = useMay('dispatcher');
  const { assign, assignSelected } = useAssignTo();
  const { placed, without } = usePlacedOrders(orders);
  // A track is asked of iRECA: not for somebody whom it does not know.
  const known = chosen !== null && directory?.byId.has(chosen) ? chosen : null;
  const desk = useTrackDesk(known);
  const [map, setMap] = useState<L.Map | null>(null);
  const narrow = useMediaQuery('(width <= 700px)', false, { getInitialValueInEffect: false });

  const toggle = useCallback(
    (courierId: string) => change((now) => ({ courierId: now.courierId === courierId ? null : courierId })),
    [change],
  );
  const chooseInList = useCallback(
    (courierId: string) => {
      toggle(courierId);
      const point = couriers.get(courierId)?.position?.point;
      if (map && point) bringIntoView(map, point);
    },
    [toggle, couriers, map],
  );
  const chooseView = useCallback(
    (next: View) => change({ view: MAP_VIEWS.find((one) => one === next) ?? 'open' }),
    [change],
  );
  const show = useCallback(
    ({ point }: Pick<DispatchOrder, 'point'>) => {
      if (map && point) bringIntoView(map, point);
    },
    [map],
  );
  const courierName = useCallback(
    (order: DispatchOrder) => (directory && courierOf(order, directory)?.title) ?? null,
    [directory],
  );
  const theirs = useMemo(
    () => (chosen !== null && directory ? ordersOfCourier(open, chosen, directory) : nothing),
    [open, chosen, directory],
  );

  return (
    <div className={classes.page}>
      <div className={classes.top}>
        <CounterBar counts={counts} failed={failed} view={view} views={MAP_VIEWS} onChoose={chooseView} />
        {query.trim() !== '' && (
          <QueryChip query={query} hidden={hidden} onClear={() => change({ query: '' })} />
        )}
      </div>
      {feed.isError && <ErrorNote error={feed.error} onRetry={() => void feed.refetch()} compact />}
      <div className={classes.work}>
        <aside className={classes.side} aria-label={t.side}>
          {chosen === null ? (
            <MapSide
              board={board}
              placed={placed}
              without={without}
              mayAssign={mayAssign}
              courierName={courierName}
              onChoose={chooseInList}
              onAssign={assign}
              onAssignSelected={assignSelected}
              onShow={show}
            />
          ) : (
            <CourierCard
              courierId={chosen}
              board={board}
              orders={theirs}
              onClose={() => change({ courierId: null })}
              onShow={show}
            >
              <TrackPanel desk={desk} />
            </CourierCard>
          )}
        </aside>
        <div className={classes.map}>
          <WorkMap
            name="map"
            whole={!narrow}
            orders={orders}
            board={board}
            chosen={chosen}
            onChoose={toggle}
            mayAssign={mayAssign}
            onDropOrders={assign}
            onMap={setMap}
            buttons={narrow && <FullscreenButton />}
          >
            {desk.track && (
              <TrackLayer
                track={desk.track}
                midnight={desk.midnight}
                at={desk.at}
                sight={desk.sight}
                playing={desk.playing}
              />
            )}
          </WorkMap>
          <SelectedBar records={records} rows={orders} />
        </div>
      </div>
    </div>
  );
}
