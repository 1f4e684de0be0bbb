/** The head of a part of the list: how many orders, a box for all of them, and, without a point, a way to fold them. */
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import box from '#src/components/orders/rowBox.module.css';
import { toggleAll } from '#src/components/orders/selection.ts';
import { useText } from '#src/locales/language.tsx';
import type { SideHead } from './orderSideEntries.ts';
import { useLook } from './orderSideLook.ts';
import classes from './OrderSide.module.css';

type Props = {
  head: SideHead;
  /** Place among all entries of the list, from 0. */
  index: number;
  /** True for the head of what is in sight: it stays at the top of the list. */
  stuck: boolean;
  onFold: (open: boolean) => void;
};

export function OrderSideHead({ head, index, stuck, onFold }: Props) {
  const { part, orders, open, top, height } = head;
  const { t } = useLook();
  const { locale } = useText();
  const title = t.sections[part];
  const Chevron = open ? IconChevronDown : IconChevronRight;
  const words = (
    <>
      {title}
      <span className={classes.count}>{orders.length.toLocaleString(locale)}</span>
    </>
  );
  return (
    <div
      role="row"
      className={classes.head}
      data-part={part}
      data-stuck={stuck || undefined}
      aria-rowindex={index + 1}
      style={stuck ? { height } : { height, transform: `translateY(${top}px)` }}
    >
      <span role="gridcell" className={box.area}>
        <AllOf orders={orders} label={t.selectAll(title)} />
      </span>
      <span role="gridcell" className={classes.headMain}>
        {part === 'without' ? (
          <button
            type="button"
            className={classes.fold}
            data-fold
            aria-expanded={open}
            title={open ? t.hide : t.show(orders.length)}
            onClick={() => onFold(!open)}
          >
            {words}
            <Chevron size={15} stroke={1.8} aria-hidden />
          </button>
        ) : (
          words
        )}
      </span>
    </div>
  );
}

function AllOf({ orders, label }: { orders: SideHead['orders']; label: string }) {
  const state = useBoardStore(({ selected }) => {
    let count = 0;
    if (selected.size > 0) for (const { key } of orders) if (selected.has(key)) count += 1;
    return count === 0 ? 'none' : count === orders.length ? 'all' : 'some';
  });
  return (
    <input
      type="checkbox"
      className={box.box}
      aria-label={label}
      checked={state === 'all'}
      ref={(input) => {
        if (input) input.indeterminate = state === 'some';
      }}
      onChange={() => {
        const held = useBoardStore.getState();
        useBoardStore.setState(
          toggleAll(
            held,
            orders.map(({ key }) => key),
          ),
        );
      }}
    />
  );
}
