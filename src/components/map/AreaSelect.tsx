/** Selects the orders whose pins lie in a rectangle or a polygon that is drawn on the map. Goes inside the map. */
import type L from 'leaflet';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useMap } from 'react-leaflet';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import { areaWords } from '#src/locales/areaWords.ts';
import { useWords } from '#src/locales/language.tsx';
import type { AreaGesture, Held } from './areaGesture.ts';
import { addAreaGesture, isTypedInto } from './areaGesture.ts';
import { AreaHint } from './AreaHint.tsx';
import type { AreaMode } from './areaMode.ts';
import { modeOf, selectionAfter, touchedBy } from './areaMode.ts';
import { AreaOutline } from './AreaOutline.tsx';
import classes from './AreaSelect.module.css';
import type { AreaShape } from './areaShape.ts';
import { placesInside } from './areaShape.ts';
import { useAreaTool } from './areaTool.ts';
import type { WorldPoint } from './mercator.ts';
import { worldPoint } from './mercator.ts';
import type { PinIndex } from './pinIndex.ts';
import { pinIndex } from './pinIndex.ts';
import { usePlacing } from './placePointStore.ts';

type Place = WorldPoint & { key: OrderKey };

/** The index is made on the first question: nobody pays for it who draws no area. */
function placesOf(orders: readonly DispatchOrder[]): () => PinIndex<Place> {
  let index: PinIndex<Place> | null = null;
  return () =>
    (index ??= pinIndex(orders.flatMap(({ key, point }) => (point ? { key, ...worldPoint(point) } : []))));
}

/** What the window shows of the map. */
function viewOf(map: L.Map): AreaShape {
  const bounds = map.getBounds();
  const corner = ({ lat, lng }: L.LatLng) => worldPoint({ latitude: lat, longitude: lng });
  return { kind: 'rectangle', from: corner(bounds.getNorthWest()), to: corner(bounds.getSouthEast()) };
}

/** @param props.orders those whose pins are shown, the most urgent first. */
export function AreaSelect({ orders }: { orders: readonly DispatchOrder[] }) {
  const t = useWords(areaWords);
  const map = useMap();
  const tool = useAreaTool((state) => state.tool);
  const chosenMode = useAreaTool((state) => state.mode);
  const selected = useBoardStore((board) => board.selected);
  const [drawn, setDrawn] = useState<{ shape: AreaShape; held: Held } | null>(null);
  const [said, say] = useState('');
  const surface = useRef<HTMLDivElement>(null);
  const gesture = useRef<AreaGesture | null>(null);
  const places = useMemo(() => placesOf(orders), [orders]);

  const keysIn = (shape: AreaShape) => placesInside(places(), shape).map(({ key }) => key);

  function select(found: readonly OrderKey[], mode: AreaMode): void {
    const board = useBoardStore.getState();
    const touched = touchedBy(mode, found, board.selected);
    const next = selectionAfter(mode, found, board.selected);
    if (next !== board.selected) board.select(next, mode === 'replace' ? found[0] : undefined);
    say(found.length === 0 ? t.result.nothing : t.result[mode](touched.length));
  }

  const finish = useEffectEvent((shape: AreaShape, held: Held) => {
    const mode = modeOf(held, useAreaTool.getState().mode);
    setDrawn(null);
    useAreaTool.getState().take(null);
    select(keysIn(shape), mode);
  });
  const selectInView = useEffectEvent(() => select(keysIn(viewOf(map)), 'replace'));
  const giveUp = useEffectEvent(() => {
    useAreaTool.getState().take(null);
    say(t.result.givenUp);
  });

  useEffect(() => {
    if (!surface.current) return;
    const added = addAreaGesture(map, surface.current, {
      tool: () => useAreaTool.getState().tool,
      // The click to come is the place of an order.
      mayBegin: () => usePlacing.getState().key === null,
      onDraw: (shape, held) => setDrawn(shape && { shape, held }),
      onDone: (shape, held) => finish(shape, held),
      onGiveUp: () => giveUp(),
    });
    gesture.current = added;
    // Shift + drag is ours: it selects instead of zooming in.
    map.boxZoom.disable();
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'KeyA' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      if (isTypedInto(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      selectInView();
    };
    const container = map.getContainer();
    container.addEventListener('keydown', onKey);
    useAreaTool.getState().offer(() => selectInView());
    return () => {
      container.removeEventListener('keydown', onKey);
      added.remove();
      map.boxZoom.enable();
      useAreaTool.getState().offer(null);
      useAreaTool.getState().take(null);
    };
  }, [map]);

  // Another tool begins with nothing drawn, and no order waits for a click of its own meanwhile.
  useEffect(() => {
    gesture.current?.clear();
    if (tool !== null) usePlacing.getState().end(false);
  }, [tool]);

  const mode = drawn ? modeOf(drawn.held, chosenMode) : chosenMode;
  const count = drawn ? touchedBy(mode, keysIn(drawn.shape), selected).length : 0;
  const frame = map.getContainer().parentElement;
  return (
    <>
      <div
        ref={surface}
        className={classes.surface}
        data-on={tool !== null || drawn ? (tool ?? 'quick') : undefined}
      >
        {drawn && <AreaOutline shape={drawn.shape} mode={mode} count={t.count[mode](count)} />}
      </div>
      {frame &&
        createPortal(
          <>
            <AreaHint
              shape={drawn?.shape ?? null}
              some={selected.size > 0}
              onClose={() => gesture.current?.close()}
              onBack={() => gesture.current?.back()}
            />
            <span className={classes.announce} role="status">
              {said}
            </span>
          </>,
          frame,
        )}
    </>
  );
}
