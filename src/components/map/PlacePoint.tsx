/** While an order is to be put on the map by hand: the next click is its place. Goes inside the map. */
import { useQueryClient } from '@tanstack/react-query';
import L from 'leaflet';
import { useEffect, useEffectEvent, useId, useRef } from 'react';
import { useMap } from 'react-leaflet';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { useSession } from '#src/api/session.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { LatLon } from '#src/lib/geo.ts';
import { useWords } from '#src/locales/language.tsx';
import { mapOrdersWords } from '#src/locales/mapOrdersWords.ts';
import { useAreaTool } from './areaTool.ts';
import { outlivedPoints, useHandPoints, useHandPointStore } from './handPoints.ts';
import { usePinMenu } from './pinMenuStore.ts';
import { centreOf, takeClicks } from './placeClicks.ts';
import { usePlacing } from './placePointStore.ts';
import classes from './PlacePoint.module.css';

/** Also forgets the points by hand that are not needed any more: whoever has a map on screen keeps them in order. */
export function PlacePoint() {
  const { data: feed } = useOrdersFeed(useQueryClient());
  const login = useSession().data?.login ?? '';
  const points = useHandPoints();
  const key = usePlacing((state) => state.key);
  const order = key === null ? undefined : feed?.records.get(key);

  useEffect(() => {
    if (!feed || feed.loading !== null) return;
    const { records, asOf } = feed;
    const outlived = outlivedPoints(points, records, (system) => asOf[system] !== null);
    if (outlived.length > 0) useHandPointStore.getState().forget(login, outlived);
  }, [feed, points, login]);

  // Done elsewhere, or located by its system meanwhile: there is nothing left to place.
  const needed = order !== undefined && order.open && order.point === null;
  useEffect(() => {
    if (key !== null && !needed) usePlacing.getState().end(false);
  }, [key, needed]);
  useEffect(() => () => usePlacing.getState().end(false), []);

  if (!needed) return null;
  return <Placing key={order.key} order={order} login={login} />;
}

/** Keys pressed in a dialog belong to it. */
const inDialog = () => document.activeElement?.closest('[role="dialog"]') !== null;

function Placing({ order, login }: { order: DispatchOrder; login: string }) {
  const t = useWords(mapOrdersWords).placing;
  const map = useMap();
  const sheet = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const hint = useId();

  const put = (point: LatLon) => {
    useHandPointStore.getState().put(login, order.key, point);
    usePlacing.getState().end(true);
  };
  const place = useEffectEvent(put);
  const giveUp = () => usePlacing.getState().end(false);

  // One thing in hand at a time.
  useEffect(() => {
    usePinMenu.getState().close();
    useAreaTool.getState().take(null);
    const dropMenu = usePinMenu.subscribe(({ keys }) => keys.length > 0 && usePlacing.getState().end(false));
    const dropTool = useAreaTool.subscribe(({ tool }) => tool !== null && usePlacing.getState().end(false));
    return () => {
      dropMenu();
      dropTool();
    };
  }, []);

  useEffect(() => {
    if (sheet.current) return takeClicks(map, sheet.current, (point) => place(point));
  }, [map]);

  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (inDialog()) return;
    const onMap = document.activeElement === map.getContainer();
    if (event.key === 'Escape') giveUp();
    else if (event.key === 'Enter' && onMap) place(centreOf(map));
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const container = map.getContainer();
    container.setAttribute('data-placing', '');
    container.setAttribute('aria-describedby', hint);
    container.focus({ preventScroll: true });
    const onKey = (event: KeyboardEvent) => pressed(event);
    document.addEventListener('keydown', onKey, { capture: true });
    return () => {
      document.removeEventListener('keydown', onKey, { capture: true });
      container.removeAttribute('data-placing');
      container.removeAttribute('aria-describedby');
    };
  }, [map, hint]);

  // What is pressed on the bar is not pressed on the map.
  useEffect(() => {
    const element = bar.current;
    if (!element) return;
    L.DomEvent.disableClickPropagation(element);
    L.DomEvent.disableScrollPropagation(element);
    const keep = (event: Event) => event.stopPropagation();
    element.addEventListener('mousemove', keep);
    return () => element.removeEventListener('mousemove', keep);
  }, []);

  return (
    <>
      <div ref={sheet} className={classes.sheet} data-testid="place-sheet" aria-hidden />
      <div ref={bar} className={classes.bar} role="group" aria-label={t.label} data-testid="place-bar">
        <div id={hint}>
          <p className={classes.what}>{t.where(order.number)}</p>
          <p className={classes.address}>{order.address === '' ? t.noAddress : order.address}</p>
          <p className={`${classes.more} ${classes.keys}`}>{t.keys}</p>
        </div>
        <p className={`${classes.more} ${classes.local}`}>{t.local}</p>
        <div className={classes.buttons}>
          <button type="button" className={classes.centre} onClick={() => put(centreOf(map))}>
            {t.centre}
          </button>
          <button type="button" onClick={giveUp}>
            {t.cancel}
          </button>
        </div>
      </div>
      <svg className={classes.cross} viewBox="0 0 34 34" aria-hidden>
        <circle cx="17" cy="17" r="6.5" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="M17 1v12M17 21v12M1 17h12M21 17h12" stroke="currentColor" strokeWidth="2" />
      </svg>
    </>
  );
}
