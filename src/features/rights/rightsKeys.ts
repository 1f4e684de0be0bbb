/** Which cell of the matrix an arrow leads to. */

export type CellPlace = { row: number; column: number };

/** Rows that PageUp and PageDown pass. */
const PAGE = 8;

/**
 * @param size how many rows and columns there are; at least one of each.
 * @returns the next place, within the matrix; null = no key of ours.
 */
export function nextPlace(
  pressed: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  at: CellPlace,
  size: { rows: number; columns: number },
): CellPlace | null {
  if (pressed.altKey || pressed.shiftKey) return null;
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const corner = pressed.ctrlKey || pressed.metaKey;
  const to = (row: number, column: number): CellPlace => ({
    row: Math.min(Math.max(row, 0), last.row),
    column: Math.min(Math.max(column, 0), last.column),
  });
  if (pressed.key === 'Home') return to(corner ? 0 : at.row, 0);
  if (pressed.key === 'End') return to(corner ? last.row : at.row, last.column);
  if (corner) return null;
  switch (pressed.key) {
    case 'ArrowUp':
      return to(at.row - 1, at.column);
    case 'ArrowDown':
      return to(at.row + 1, at.column);
    case 'ArrowLeft':
      return to(at.row, at.column - 1);
    case 'ArrowRight':
      return to(at.row, at.column + 1);
    case 'PageUp':
      return to(at.row - PAGE, at.column);
    case 'PageDown':
      return to(at.row + PAGE, at.column);
    default:
      return null;
  }
}
