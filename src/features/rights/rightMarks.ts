/** What is under way in the matrix, and what did not end as it was asked: kept while one looks elsewhere. */
import { create } from 'zustand';
import type { RightCell, RightChange, RightEnd } from '#src/api/rights.ts';

/** `wanted`: what was asked for. */
export type RightMark = { wanted: boolean } & ({ is: 'pending' } | Exclude<RightEnd, { is: 'done' }>);

type RightMarks = {
  marks: ReadonlyMap<string, RightMark>;
  /** Said to screen readers. */
  said: string;
};

export const markKey = ({ roleId, actionId }: RightCell) => `${roleId} ${actionId}`;

export const useRightMarks = create<RightMarks>()(() => ({ marks: new Map(), said: '' }));

function put(entries: readonly (readonly [RightCell, RightMark | null])[]): void {
  const marks = new Map(useRightMarks.getState().marks);
  for (const [cell, mark] of entries) {
    if (mark) marks.set(markKey(cell), mark);
    else marks.delete(markKey(cell));
  }
  useRightMarks.setState({ marks });
}

export const isPending = (cell: RightCell) =>
  useRightMarks.getState().marks.get(markKey(cell))?.is === 'pending';

/** Until they are read back nothing else is sent for these cells. */
export const markPending = (changes: readonly RightChange[]) =>
  put(changes.map((change) => [change, { is: 'pending', wanted: change.isAllowed }]));

/** A later look may find another end, but must not speak over a newer change of the same cell. */
export function markEnd(change: RightChange, end: RightEnd): void {
  const known = useRightMarks.getState().marks.get(markKey(change));
  if (known?.wanted !== change.isAllowed) return;
  put([[change, end.is === 'done' ? null : { ...end, wanted: change.isAllowed }]]);
}

export const clearMark = (cell: RightCell) => put([[cell, null]]);

export const say = (said: string) => useRightMarks.setState({ said });
