/** Where a menu stands beside its pin: above if there is room, else on another side, and never cut off by an edge. */

/** Client pixels. */
export type Box = { left: number; top: number; right: number; bottom: number };

/** The side of the pin that the menu stands on; `over` = no side has room, it covers the pin. */
export type MenuSide = 'above' | 'below' | 'right' | 'left' | 'over';

export type MenuPlace = {
  left: number;
  top: number;
  side: MenuSide;
  /** Where along its edge the menu's nose points at the pin, px from the menu's left (above, below) or top (right, left). */
  nose: number;
};

/** Between the pin and the menu: the nose fits in. */
const GAP = 9;
/** The nose keeps off the rounded corners. */
const CORNER = 14;
const ORDER = ['above', 'below', 'right', 'left'] as const;

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

/**
 * @param ask.anchor what the menu belongs to. @param ask.size of the menu, px. @param ask.room it stays within this.
 * @param ask.before the side it stood on: kept as long as it fits, so that it does not jump while the map is moved.
 */
export function pinMenuPlace(ask: {
  anchor: Box;
  size: { width: number; height: number };
  room: Box;
  before: MenuSide | null;
}): MenuPlace {
  const { anchor, size, room, before } = ask;
  const middle = { x: (anchor.left + anchor.right) / 2, y: (anchor.top + anchor.bottom) / 2 };
  const left = clamp(middle.x - size.width / 2, room.left, Math.max(room.left, room.right - size.width));
  const top = clamp(middle.y - size.height / 2, room.top, Math.max(room.top, room.bottom - size.height));
  const places = {
    above: { left, top: anchor.top - GAP - size.height },
    below: { left, top: anchor.bottom + GAP },
    right: { left: anchor.right + GAP, top },
    left: { left: anchor.left - GAP - size.width, top },
  };
  const fits = (side: (typeof ORDER)[number]) => {
    const at = places[side];
    return (
      at.left >= room.left &&
      at.top >= room.top &&
      at.left + size.width <= room.right &&
      at.top + size.height <= room.bottom
    );
  };
  const held = ORDER.find((one) => one === before);
  const side = held && fits(held) ? held : ORDER.find(fits);
  if (side === undefined) return { left, top, side: 'over', nose: 0 };
  const place = places[side];
  const along = side === 'above' || side === 'below';
  return {
    ...place,
    side,
    nose: along
      ? clamp(middle.x - place.left, CORNER, size.width - CORNER)
      : clamp(middle.y - place.top, CORNER, size.height - CORNER),
  };
}
