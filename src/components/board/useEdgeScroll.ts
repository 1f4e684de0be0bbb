/** While something is dragged over a list, its edges scroll it: the courier below the fold can be reached in one drag. */
import type { RefObject } from 'react';
import { useEffect } from 'react';

const EDGE_PX = 40;
const STEP_PX = 9;
/** Browsers repeat `dragover` about every 50 (Chrome) to 350 ms (Firefox) while the pointer rests. */
const STALE_MS = 400;

/** @param list the scrolling element. */
export function useEdgeScroll(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    let step = 0;
    let last = 0;
    let frame: number | null = null;

    const scroll = () => {
      frame = null;
      if (step === 0 || performance.now() - last > STALE_MS) return;
      element.scrollTop += step;
      frame = requestAnimationFrame(scroll);
    };
    const over = (event: DragEvent) => {
      const { top, bottom } = element.getBoundingClientRect();
      step = event.clientY < top + EDGE_PX ? -STEP_PX : event.clientY > bottom - EDGE_PX ? STEP_PX : 0;
      last = performance.now();
      if (step !== 0) frame ??= requestAnimationFrame(scroll);
    };
    const stop = () => {
      step = 0;
    };
    element.addEventListener('dragover', over);
    element.addEventListener('drop', stop);
    return () => {
      element.removeEventListener('dragover', over);
      element.removeEventListener('drop', stop);
      if (frame !== null) cancelAnimationFrame(frame);
    };
  }, [list]);
}
