/** A warehouse on the map of warehouses: what its square must show, without any element. */
import type { LatLon } from '#src/lib/geo.ts';

export type WarehouseSquare = {
  id: string;
  title: string;
  point: LatLon;
  /** Orders to be picked up there, and how many of them are late. */
  waiting: number;
  late: number;
  deleted: boolean;
};

/** True when the square would look and stand the same. */
export function sameSquare(a: WarehouseSquare, b: WarehouseSquare): boolean {
  return (
    a.title === b.title &&
    a.point.latitude === b.point.latitude &&
    a.point.longitude === b.point.longitude &&
    a.waiting === b.waiting &&
    a.late === b.late &&
    a.deleted === b.deleted
  );
}

/** A square in pixels of the map at its present zoom, with the name that should stand beside it: right of it, or left (`turned`). */
export type NamedSpot = { id: string; x: number; y: number; title: string; turned: boolean };

/** CSS pixels: half a square, the way from its middle to the name, height and greatest width of a name. */
const HALF = 14;
const NAME_FROM = 17;
const NAME_HEIGHT = 18;
const NAME_MOST = 180;
/** How wide a letter is at 11 px, rather more than less. */
const LETTER = 6.6;
const PADDING = 14;

type Box = { left: number; right: number; top: number; bottom: number };

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whose names can be read where they stand: none covers a square or another name. The first ones go before. */
export function namesThatFit(spots: readonly NamedSpot[]): ReadonlySet<string> {
  const taken: { id: string; box: Box }[] = spots.map(({ id, x, y }) => ({
    id,
    box: { left: x - HALF, right: x + HALF, top: y - HALF, bottom: y + HALF },
  }));
  const fit = new Set<string>();
  for (const { id, x, y, title, turned } of spots) {
    const width = Math.min(NAME_MOST, title.length * LETTER + PADDING);
    const box = {
      left: turned ? x - NAME_FROM - width : x + NAME_FROM,
      right: turned ? x - NAME_FROM : x + NAME_FROM + width,
      top: y - NAME_HEIGHT / 2,
      bottom: y + NAME_HEIGHT / 2,
    };
    if (taken.some((other) => other.id !== id && meet(other.box, box))) continue;
    taken.push({ id: `${id} name`, box });
    fit.add(id);
  }
  return fit;
}
