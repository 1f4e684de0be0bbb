/** What is carried, beside the pointer: the order's number or how many, and who would get it. */
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useMap } from 'react-leaflet';
import { useCourierDirectory } from '#src/api/couriers.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { useWords } from '#src/locales/language.tsx';
import { pinMenuWords } from '#src/locales/pinMenuWords.ts';
import { usePinDrag } from './pinDragStore.ts';
import classes from './pinDrag.module.css';
import { menuRoot } from './pinMenuAnchor.ts';

/** @param props.orders those whose pins are shown. */
export function PinGhost({ orders }: { orders: readonly DispatchOrder[] }) {
  const carried = usePinDrag(({ keys }) => keys.length > 0);
  return carried && <Ghost orders={orders} />;
}

/** Below and to the right of the pointer: what lies under it stays in sight. */
const shift = ({ x, y }: { x: number; y: number }) => `translate(${x + 14}px, ${y + 12}px)`;

function Ghost({ orders }: { orders: readonly DispatchOrder[] }) {
  const t = useWords(pinMenuWords).drag;
  const map = useMap();
  const keys = usePinDrag((drag) => drag.keys);
  const over = usePinDrag((drag) => drag.over);
  const { directory } = useCourierDirectory();
  const ghost = useRef<HTMLDivElement>(null);
  const number = keys.length === 1 ? orders.find(({ key }) => key === keys[0])?.number : undefined;

  useEffect(() => {
    const follow = () => {
      if (ghost.current) ghost.current.style.transform = shift(usePinDrag.getState().at);
    };
    follow();
    return usePinDrag.subscribe(follow);
  }, []);

  return createPortal(
    // The keyboard's way is the pin's menu; to a screen reader a pointer's ghost says nothing.
    <div ref={ghost} className={classes.ghost} data-pin-ghost data-over={over ?? undefined} aria-hidden>
      <strong>{number ?? t.several(keys.length)}</strong>
      <span>{over === null ? t.hint : t.onto(directory?.byId.get(over)?.title ?? over)}</span>
    </div>,
    menuRoot(map),
  );
}
