/** How wide the column of a field is in the grid of a pasted table. */
import type { FieldSpec } from '#src/domain/declaration.ts';

const BY_KIND: Record<FieldSpec['kind'], number> = {
  text: 170,
  money: 100,
  number: 92,
  reference: 160,
  day: 112,
  stock: 220,
  point: 170,
};

/** px; undefined = the column is left out. */
export function columnWidth(field: FieldSpec | undefined): number {
  if (!field) return 120;
  if (field.long || field.key === 'title') return 240;
  if (field.check === 'id') return 100;
  return BY_KIND[field.kind];
}
