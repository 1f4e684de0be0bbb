/** Kept in the history entry of a courier's page: it was come to by saving its form. */
export type SavedHow = 'created' | 'edited';
export type SavedState = { savedCourier: SavedHow };

/** How the courier was saved just now; null = the page was come to by another way. */
export function savedHow(state: unknown): SavedHow | null {
  if (typeof state !== 'object' || state === null || !('savedCourier' in state)) return null;
  return state.savedCourier === 'created' || state.savedCourier === 'edited' ? state.savedCourier : null;
}
