/** The rarer deeds as items of the menu «Ещё». Those that none of the orders allows say why; deleting stands apart. */
import { Menu } from '@mantine/core';
import { IconFlag, IconMapPin, IconPrinter, IconTrash } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { courierOf } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { MovePlan } from '#src/domain/movePlan.ts';
import { deletePlan, readdressPlan, setDeliveryPlan } from '#src/domain/movePlan.ts';
import { runSheetAddress } from '#src/lib/paths.ts';
import { deedsWords } from '#src/locales/deedsWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { barWords } from './barWords.ts';
import { useCommands, useCommandStore } from './commandStore.ts';
import menu from './MoreMenu.module.css';

/** The only status that is a dispatcher's to set. */
const PREPARED = '6';
const ICON = { size: 17, stroke: 1.7, 'aria-hidden': true } as const;

/** @param props.orders all selected orders; those with a command in flight are left out of every deed. */
export function MoreDeeds({ orders }: { orders: DispatchOrder[] }) {
  const words = useText().commands.bar;
  const d = useWords(deedsWords);
  const t = d.menu;
  const { openReaddress, openSetDelivery, openDelete } = useCommands();
  const inFlight = useCommandStore((state) => state.pending);
  const { directory } = useCourierDirectory();

  const all = orders.length;
  const free = orders.filter((order) => !inFlight.has(order.key));
  const address = readdressPlan(free, '');
  const status = setDeliveryPlan(free, PREPARED);
  const gone = deletePlan(free);
  const couriers = new Set(
    orders.flatMap((order) => (directory && courierOf(order, directory)?.courierId) ?? []),
  );

  /** How many of the selected, or why none. */
  const partOf = ({ legal, illegal }: MovePlan) => {
    if (legal.length === all) return null;
    if (legal.length > 0) return t.part(legal.length, all);
    const bars = [...illegal.map(({ why }) => why), ...(free.length < all ? (['pending'] as const) : [])];
    return barWords(bars, { ...words, same: d.same.status });
  };
  const item = (plan: MovePlan, icon: typeof IconFlag, label: string, onClick: () => void) => {
    const Icon = icon;
    return (
      <Menu.Item leftSection={<Icon {...ICON} />} disabled={plan.legal.length === 0} onClick={onClick}>
        {label}
        <Aside words={partOf(plan)} />
      </Menu.Item>
    );
  };
  return (
    <>
      {item(address, IconMapPin, t.readdress, () => openReaddress(orders))}
      {item(status, IconFlag, t.setDelivery, () => openSetDelivery(orders))}
      {couriers.size > 0 ? (
        <Menu.Item
          component={Link}
          to={runSheetAddress([...couriers])}
          leftSection={<IconPrinter {...ICON} />}
        >
          {t.print}
          <Aside words={t.printCount(couriers.size)} />
        </Menu.Item>
      ) : (
        <Menu.Item disabled leftSection={<IconPrinter {...ICON} />}>
          {t.print}
          <Aside words={t.printNone} />
        </Menu.Item>
      )}
      <Menu.Divider />
      <Menu.Item
        className={menu.dangerItem}
        leftSection={<IconTrash {...ICON} />}
        disabled={gone.legal.length === 0}
        onClick={() => openDelete(orders)}
      >
        {gone.legal.length === 0 ? t.deleteNone : t.delete(gone.legal.length, all)}
        {gone.legal.length === 0 && <Aside words={partOf(gone)} />}
      </Menu.Item>
    </>
  );
}

function Aside({ words }: { words: string | null }) {
  return words && <span className={menu.aside}>{words}</span>;
}
