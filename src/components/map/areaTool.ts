/** The tool for selecting orders by area that is in hand; there is one map on screen at a time. */
import { create } from 'zustand';
import type { AreaMode } from './areaMode.ts';

export type AreaTool = 'rectangle' | 'polygon';

type AreaToolState = {
  tool: AreaTool | null;
  /** What the area will do to the selection unless a key says otherwise; each tool begins with «replace». */
  mode: AreaMode;
  take: (tool: AreaTool | null) => void;
  setMode: (mode: AreaMode) => void;
  /** Selects what the map shows; null while there is no map. */
  selectInView: (() => void) | null;
  offer: (selectInView: (() => void) | null) => void;
};

export const useAreaTool = create<AreaToolState>()((set) => ({
  tool: null,
  mode: 'replace',
  take: (tool) => set({ tool, mode: 'replace' }),
  setMode: (mode) => set({ mode }),
  selectInView: null,
  offer: (selectInView) => set({ selectInView }),
}));
