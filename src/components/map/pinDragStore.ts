/** The orders that are carried by their pin across the map, while they are. */
import { create } from 'zustand';
import type { OrderKey } from '#src/domain/dispatchOrder.ts';

type PinDragState = {
  /** Empty: nothing is carried. */
  keys: readonly OrderKey[];
  /** The pointer, client pixels. */
  at: { x: number; y: number };
  /** The courier under it, who would get them. */
  over: string | null;
};

export const nothingCarried: PinDragState = { keys: [], at: { x: 0, y: 0 }, over: null };

export const usePinDrag = create<PinDragState>()(() => nothingCarried);
