/** The right pane of the orders screen: the map above, the couriers below; the border between them is the user's. */
import { useSplitter } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type L from 'leaflet';
import { useCallback, useState } from 'react';
import type { OrdersFeed } from '#src/api/ordersFeed.ts';
import { ORDERS_FEED } from '#src/api/ordersFeed.ts';
import { useMay } from '#src/api/session.ts';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { useCommands } from '#src/components/commands/commandStore.ts';
import { CourierMarkers } from '#src/components/map/CourierMarkers.tsx';
import { MapButton } from '#src/components/map/MapButtons.tsx';
import { MapCanvas } from '#src/components/map/MapCanvas.tsx';
import { bringIntoView } from '#src/components/map/mapMoves.ts';
import { PositionsCaption } from '#src/components/map/PositionsCaption.tsx';
import { useCourierBoard } from '#src/components/map/useCourierBoard.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './BoardPane.module.css';
import { BoardPins } from './BoardPins.tsx';
import { CourierList } from './CourierList.tsx';
import { keepSplit, keptSplit } from './paneSplit.ts';

type Props = {
  /** The open orders of the current filter: these are the pins. */
  orders: DispatchOrder[];
  onClose: () => void;
};

export function BoardPane({ orders, onClose }: Props) {
  const t = useText().map;
  const client = useQueryClient();
  const mayAssign = useMay('dispatcher');
  const { openAssign } = useCommands();
  const board = useCourierBoard();
  const { couriers, directory, ready, shiftsKnown } = board;
  const [map, setMap] = useState<L.Map | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [split] = useState(() => keptSplit(localStorage));
  const {
    ref: splitRef,
    sizes,
    getHandleProps,
  } = useSplitter({
    orientation: 'vertical',
    panels: [
      { defaultSize: split, min: 25 },
      { defaultSize: 100 - split, min: 18 },
    ],
    step: 2,
    onSizeChange: ([size]) => keepSplit(localStorage, size),
  });

  const points = useCallback(
    () => [
      ...orders.flatMap(({ point }) => point ?? []),
      ...[...couriers.values()].flatMap(({ position }) => position?.point ?? []),
    ],
    [orders, couriers],
  );

  const toggle = useCallback(
    (courierId: string) => setChosen((before) => (before === courierId ? null : courierId)),
    [],
  );
  const chooseInList = useCallback(
    (courierId: string) => {
      toggle(courierId);
      const point = couriers.get(courierId)?.position?.point;
      if (map && point) bringIntoView(map, point);
    },
    [toggle, couriers, map],
  );

  const assign = useCallback(
    (keys: Iterable<OrderKey>, courierId: string) => {
      const held = client.getQueryData<OrdersFeed>(ORDERS_FEED)?.records;
      const found = [...keys].flatMap((key) => held?.get(key) ?? []);
      if (found.length > 0) openAssign(found, { courierId });
    },
    [client, openAssign],
  );
  const assignSelected = useCallback(
    (courierId: string) => assign(useBoardStore.getState().selected, courierId),
    [assign],
  );

  return (
    <section className={classes.pane} aria-label={t.pane} ref={splitRef}>
      <div className={classes.part} style={{ flexBasis: `${parseFloat(String(sizes[0]))}%` }}>
        <MapCanvas
          name="board"
          ready={ready}
          points={points}
          onMap={setMap}
          caption={<PositionsCaption />}
          buttons={
            <div className={classes.close}>
              <MapButton label={t.close} onClick={onClose}>
                <IconX size={16} stroke={1.7} aria-hidden />
              </MapButton>
            </div>
          }
        >
          <BoardPins orders={orders} directory={directory} chosen={chosen} />
          <CourierMarkers
            couriers={couriers}
            shiftsKnown={shiftsKnown}
            chosen={chosen}
            onChoose={toggle}
            mayAssign={mayAssign}
            onDropOrders={assign}
          />
        </MapCanvas>
      </div>
      <div className={classes.handle} {...getHandleProps({ index: 0 })} aria-label={t.split} />
      <div className={classes.part} style={{ flexBasis: `${parseFloat(String(sizes[1]))}%` }}>
        <CourierList
          board={board}
          chosen={chosen}
          mayAssign={mayAssign}
          onChoose={chooseInList}
          onDropOrders={assign}
          onAssignSelected={assignSelected}
        />
      </div>
    </section>
  );
}
