/** Keeps the panel of outcomes off the bulk bar: the bar says how much room it takes at the bottom right. */
import { useCallback } from 'react';

/** Its width on a wide screen, and the gap around it; `OutcomePanel.module.css` has the same. */
const PANEL_WIDTH = 356;
const GAP = 10;

const CLEARANCE = '--pult-panel-bottom';

/** A ref for the bulk bar. While the bar stands where the panel would stand, the panel stands above it. */
export function usePanelClearance() {
  return useCallback((bar: HTMLElement | null) => {
    if (!bar) return;
    const root = document.documentElement;
    const measure = () => {
      const { top, right } = bar.getBoundingClientRect();
      const meets = right > window.innerWidth - PANEL_WIDTH;
      if (meets) root.style.setProperty(CLEARANCE, `${window.innerHeight - top + GAP}px`);
      else root.style.removeProperty(CLEARANCE);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(bar);
    observer.observe(document.body);
    measure();
    return () => {
      observer.disconnect();
      root.style.removeProperty(CLEARANCE);
    };
  }, []);
}
