/** The right pane of the orders screen: the map above, the couriers below; the border between them is the user's. */
import { useSplitter } from '@mantine/hooks';
import { IconArrowUpRight, IconX } from '@tabler/icons-react';
import type L from 'leaflet';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMay } from '#src/api/session.ts';
import { MapButton } from '#src/components/map/MapButtons.tsx';
import { bringIntoView } from '#src/components/map/mapMoves.ts';
import { WorkMap } from '#src/components/map/WorkMap.tsx';
import { useCourierBoard } from '#src/components/map/useCourierBoard.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { mapAddress, paths } from '#src/lib/paths.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './BoardPane.module.css';
import { CourierList } from './CourierList.tsx';
import { keepSplit, keptSplit } from './paneSplit.ts';
import { useAssignTo } from './useAssignTo.ts';

type Props = {
  /** The open orders of the current filter: these are the pins. */
  orders: DispatchOrder[];
  onClose: () => void;
};

export function BoardPane({ orders, onClose }: Props) {
  const t = useText().map;
  const navigate = useNavigate();
  const mayAssign = useMay('dispatcher');
  const board = useCourierBoard();
  const { couriers } = board;
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

  const { assign, assignSelected } = useAssignTo();

  return (
    <section className={classes.pane} aria-label={t.pane} ref={splitRef}>
      <div className={classes.part} style={{ flexBasis: `${parseFloat(String(sizes[0]))}%` }}>
        <WorkMap
          name="board"
          orders={orders}
          board={board}
          chosen={chosen}
          onChoose={toggle}
          mayAssign={mayAssign}
          onDropOrders={assign}
          onMap={setMap}
          buttons={
            <>
              <div className={classes.close}>
                <MapButton label={t.close} onClick={onClose}>
                  <IconX size={16} stroke={1.7} aria-hidden />
                </MapButton>
              </div>
              <MapButton
                label={t.openMap}
                onClick={() => void navigate(chosen === null ? paths.map : mapAddress(chosen))}
              >
                <IconArrowUpRight size={16} stroke={1.7} aria-hidden />
              </MapButton>
            </>
          }
        />
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
