/** The list beside the map: couriers or orders, one at a time. */
import { SegmentedControl } from '@mantine/core';
import { CourierList } from '#src/components/board/CourierList.tsx';
import type { CourierBoard } from '#src/components/map/useCourierBoard.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { mapPageWords } from '#src/locales/mapPageWords.ts';
import classes from './MapPage.module.css';
import { useMapSide } from './mapSideStore.ts';
import { OrderSide } from './OrderSide.tsx';

type Props = {
  board: CourierBoard;
  placed: readonly DispatchOrder[];
  without: readonly DispatchOrder[];
  mayAssign: boolean;
  courierName: (order: DispatchOrder) => string | null;
  onChoose: (courierId: string) => void;
  onAssign: (keys: OrderKey[], courierId: string) => void;
  onAssignSelected: (courierId: string) => void;
  onShow: (order: DispatchOrder) => void;
};

export function MapSide(props: Props) {
  const { board, placed, without, mayAssign, courierName, onChoose, onAssign, onAssignSelected, onShow } =
    props;
  const t = useWords(mapPageWords);
  const { locale } = useText();
  const tab = useMapSide((state) => state.tab);
  const count = placed.length + without.length;
  return (
    <>
      <SegmentedControl
        className={classes.tabs}
        size="xs"
        fullWidth
        aria-label={t.tabs}
        value={tab}
        onChange={(next) => useMapSide.setState({ tab: next === 'orders' ? 'orders' : 'couriers' })}
        data={[
          { value: 'couriers', label: t.couriers },
          { value: 'orders', label: t.orders(count.toLocaleString(locale)) },
        ]}
      />
      <div className={classes.list}>
        {tab === 'couriers' ? (
          <CourierList
            board={board}
            chosen={null}
            mayAssign={mayAssign}
            onChoose={onChoose}
            onDropOrders={onAssign}
            onAssignSelected={onAssignSelected}
          />
        ) : (
          <OrderSide placed={placed} without={without} courierName={courierName} onShow={onShow} />
        )}
      </div>
    </>
  );
}
