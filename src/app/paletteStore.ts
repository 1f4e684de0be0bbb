/** Whether the palette (Ctrl+K) is open; its code is fetched at the first opening. */
import { create } from 'zustand';

export const usePalette = create<{ opened: boolean; wanted: boolean }>(() => ({
  opened: false,
  wanted: false,
}));

/** Opens the palette, fetching it when needed. */
export const openPalette = () => usePalette.setState({ opened: true, wanted: true });

export const closePalette = () => usePalette.setState({ opened: false });
