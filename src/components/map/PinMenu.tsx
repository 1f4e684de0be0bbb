/** The menu of an order's pin: what it is, the nearest couriers with why, and what else can be done. Goes inside the map. */
import type { KeyboardEvent, RefObject } from 'react';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useMap } from 'react-leaflet';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import { useWords } from '#src/locales/language.tsx';
import { pinMenuWords } from '#src/locales/pinMenuWords.ts';
import { PinGhost } from './PinGhost.tsx';
import { PinMenuBody } from './PinMenuBody.tsx';
import { PinMenuChoice } from './PinMenuChoice.tsx';
import classes from './PinMenu.module.css';
import { loopTab, takeFocus } from './pinMenuFocus.ts';
import { menuRoot, pinMenuAnchor } from './pinMenuAnchor.ts';
import { usePinMenu } from './pinMenuStore.ts';
import { usePinMenuKeys } from './usePinMenuKeys.ts';
import { usePinMenuOrders } from './usePinMenuOrders.ts';

/** @param props.orders those whose pins are shown. */
export function PinMenu({ orders }: { orders: readonly DispatchOrder[] }) {
  const isOpen = usePinMenu(({ keys }) => keys.length > 0);
  usePinMenuKeys(useMap(), orders);
  useEffect(() => () => usePinMenu.getState().close(), []);
  return (
    <>
      {isOpen && <OpenMenu pins={orders} />}
      <PinGhost orders={orders} />
    </>
  );
}

function OpenMenu({ pins }: { pins: readonly DispatchOrder[] }) {
  const t = useWords(pinMenuWords);
  const map = useMap();
  const { keys, beside, close } = usePinMenu();
  const found = usePinMenuOrders(keys, pins);
  const [picked, pick] = useState<{ of: readonly OrderKey[]; key: OrderKey } | null>(null);
  const menu = useRef<HTMLElement>(null);
  const key = keys.length === 1 ? keys[0] : picked?.of === keys ? picked.key : undefined;
  const one = found.find(({ order }) => order.key === key);
  const { order, point } = one ?? found[0] ?? { order: null, point: null };
  const latitude = point?.latitude;
  const longitude = point?.longitude;
  useLayoutEffect(() => {
    const at = latitude === undefined || longitude === undefined ? null : { latitude, longitude };
    return menu.current ? pinMenuAnchor(map, menu.current, { point: at, beside }) : undefined;
  }, [map, latitude, longitude, beside]);
  useFocusInMenu(menu, key ?? keys);
  useTipAtRest(keys);

  // Nothing is known of it: an order that left between the click and now.
  const unknown = order === null;
  const leave = useEffectEvent(close);
  useEffect(() => {
    if (unknown) leave();
  }, [unknown]);
  if (unknown) return null;

  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      event.stopPropagation();
      if (key !== undefined && keys.length > 1) pick(null);
      else close();
    } else if (event.key === 'Tab') loopTab(event);
  };
  return createPortal(
    <section
      ref={menu}
      className={classes.menu}
      role="dialog"
      aria-label={one ? t.label(one.order.number) : t.several(found.length)}
      tabIndex={-1}
      data-pin-menu={key ?? ''}
      // Esc is for the menu first: a card below it and a drawer around it keep open.
      data-above-card
      onFocus={({ target }) => target.setAttribute('data-mantine-stop-propagation', 'true')}
      onKeyDown={press}
    >
      <span className={classes.nose} aria-hidden />
      {one ? (
        <PinMenuBody
          key={one.order.key}
          order={one.order}
          standing={one.standing}
          back={keys.length > 1 ? { count: found.length, go: () => pick(null) } : null}
          onClose={close}
        />
      ) : (
        <PinMenuChoice found={found} onPick={(next) => pick({ of: keys, key: next })} onClose={close} />
      )}
    </section>,
    menuRoot(map),
  );
}

/**
 * The focus goes into the menu, again whenever it shows something else, and back to where it came from. On a phone it
 * goes to the menu itself: a field that takes it would bring up the keyboard.
 */
function useFocusInMenu(menu: RefObject<HTMLElement | null>, shows: unknown): void {
  const map = useMap();
  useEffect(() => {
    const before = document.activeElement;
    const came = before instanceof HTMLElement && before !== document.body ? before : map.getContainer();
    return () => {
      const now = document.activeElement;
      const inMenu = now === null || now === document.body || now.closest('[data-pin-menu]') !== null;
      if (inMenu) (came.isConnected ? came : map.getContainer()).focus({ preventScroll: true });
    };
  }, [map]);
  useEffect(() => {
    if (menu.current) takeFocus(menu.current);
  }, [menu, shows]);
  // A deed that is done takes its button away, and the focus with it: Esc must still be heard here.
  useEffect(() => {
    if (document.activeElement === document.body) menu.current?.focus({ preventScroll: true });
  });
}

/** The card at the pointer would only repeat what the menu says. */
function useTipAtRest(keys: readonly OrderKey[]): void {
  const map = useMap();
  const rests = useBoardStore(({ hoveredOrder }) => hoveredOrder !== null && keys.includes(hoveredOrder));
  useEffect(() => {
    const container = map.getContainer();
    container.toggleAttribute('data-tips-rest', rests);
    return () => container.removeAttribute('data-tips-rest');
  }, [map, rests]);
}
