/** Kept in the history entry of the list: which courier was deleted just now, so that the list can say so. */
export type RemovedState = { removedCourier: string };

/** The name of the courier who was deleted; null = the list was come to by another way. */
export function removedName(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('removedCourier' in state)) return null;
  return typeof state.removedCourier === 'string' ? state.removedCourier : null;
}
