// @vitest-environment jsdom
import type L from 'leaflet';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { useAreaTool } from './areaTool.ts';
import { orderDropTarget } from './orderDrop.ts';
import { addPinDrag } from './pinDrag.ts';
import { usePinDrag } from './pinDragStore.ts';

const container = document.createElement('div');
const courier = document.createElement('li');
courier.dataset.courier = '7';
const onDrop = vi.fn();
const panning = { on: true };
const map = {
  getContainer: () => container,
  dragging: {
    enabled: () => panning.on,
    enable: () => (panning.on = true),
    disable: () => (panning.on = false),
  },
  panBy: vi.fn(),
} as unknown as L.Map;

let allowed = true;
let over: Element = container;
let undo: (() => void)[] = [];

type Way = { pointerType?: string; shiftKey?: boolean; buttons?: number; isPrimary?: boolean };

function pointer(type: string, x: number, y: number, way: Way = {}): void {
  const { pointerType = 'mouse', shiftKey = false, buttons = 1, isPrimary = true } = way;
  const event = new MouseEvent(type, {
    clientX: x,
    clientY: y,
    button: 0,
    buttons,
    shiftKey,
    bubbles: true,
    cancelable: true,
  });
  Object.assign(event, { pointerId: 1 });
  Object.defineProperties(event, { pointerType: { value: pointerType }, isPrimary: { value: isPrimary } });
  container.dispatchEvent(event);
}
const carried = () => usePinDrag.getState().keys;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.append(container, courier);
  container.setPointerCapture = vi.fn();
  document.elementFromPoint = () => over;
  allowed = true;
  over = container;
  panning.on = true;
  onDrop.mockClear();
  useBoardStore.getState().clear();
  undo = [
    addPinDrag(map, {
      pinsAt: ({ x }) => (x < 50 ? ['ireca:1', 'ireca:2'] : []),
      allowed: () => allowed,
      onDrop,
    }),
    orderDropTarget(
      courier,
      () => allowed,
      () => {},
    ),
  ];
});
afterEach(() => {
  for (const one of undo) one();
  useAreaTool.setState({ tool: null });
  vi.useRealTimers();
});

describe('dragging a pin', () => {
  it('begins after a few pixels, holds the map still, and gives the orders to who is under the pointer', () => {
    pointer('pointerdown', 10, 10);
    pointer('pointermove', 11, 11);
    expect(carried()).toEqual([]);
    expect(panning.on).toBe(true);
    pointer('pointermove', 14, 14);
    expect(carried()).toEqual(['ireca:1']);
    expect(panning.on).toBe(false);

    over = courier;
    pointer('pointermove', 200, 200);
    expect(courier.hasAttribute('data-drop')).toBe(true);
    expect(usePinDrag.getState()).toMatchObject({ over: '7', at: { x: 200, y: 200 } });
    pointer('pointerup', 200, 200);
    expect(onDrop.mock.calls).toEqual([[['ireca:1'], '7']]);
    expect(courier.hasAttribute('data-drop')).toBe(false);
    expect(carried()).toEqual([]);
    expect(panning.on).toBe(true);
  });

  it('takes the whole selection along when the pin is part of it', () => {
    useBoardStore.getState().select(['ireca:9', 'ireca:1']);
    pointer('pointerdown', 10, 10);
    pointer('pointermove', 20, 10);
    expect(carried()).toEqual(['ireca:9', 'ireca:1']);
    pointer('pointerup', 20, 10);
    expect(onDrop).not.toHaveBeenCalled();
  });

  it('is given up by Esc, by a button let go unseen, and by a second finger', () => {
    over = courier;
    pointer('pointerdown', 10, 10);
    pointer('pointermove', 20, 10);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    pointer('pointerup', 20, 10);
    pointer('pointerdown', 10, 10);
    pointer('pointermove', 20, 10);
    pointer('pointermove', 30, 10, { buttons: 0 });
    expect(carried()).toEqual([]);
    pointer('pointerdown', 10, 10, { pointerType: 'touch' });
    vi.advanceTimersByTime(500);
    expect(carried()).toEqual(['ireca:1']);
    pointer('pointerdown', 90, 90, { pointerType: 'touch', isPrimary: false });
    expect(carried()).toEqual([]);
    expect(onDrop).not.toHaveBeenCalled();
    expect(panning.on).toBe(true);
  });

  it('waits for a long press of a finger, and lets it pan before that', () => {
    pointer('pointerdown', 10, 10, { pointerType: 'touch' });
    pointer('pointermove', 30, 10, { pointerType: 'touch' });
    vi.advanceTimersByTime(1000);
    expect(carried()).toEqual([]);
    pointer('pointerdown', 10, 10, { pointerType: 'touch' });
    vi.advanceTimersByTime(500);
    expect(carried()).toEqual(['ireca:1']);
    pointer('pointerup', 10, 10, { pointerType: 'touch' });
    expect(carried()).toEqual([]);
  });

  it('is not for viewers, not while an area is drawn, and leaves open ground to the map', () => {
    const drag = (way: Way = {}, x = 10) => {
      pointer('pointerdown', x, 10, way);
      pointer('pointermove', x + 20, 10, way);
      const was = carried();
      pointer('pointerup', x + 20, 10, way);
      return was;
    };
    expect(drag()).toEqual(['ireca:1']);
    expect(drag({}, 80)).toEqual([]);
    expect(drag({ shiftKey: true })).toEqual([]);
    useAreaTool.setState({ tool: 'polygon' });
    expect(drag()).toEqual([]);
    useAreaTool.setState({ tool: null });
    allowed = false;
    expect(drag()).toEqual([]);
  });

  it('ends in no click on the map, but the next click is one', () => {
    const clicked = vi.fn();
    container.addEventListener('click', clicked);
    pointer('pointerdown', 10, 10);
    pointer('pointermove', 20, 10);
    pointer('pointerup', 20, 10);
    container.click();
    expect(clicked).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60);
    container.click();
    expect(clicked).toHaveBeenCalledTimes(1);
    container.removeEventListener('click', clicked);
  });
});
