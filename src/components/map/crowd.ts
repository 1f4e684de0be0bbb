/** Couriers that would cover each other: at the same spot they fan out, where it is too crowded they gather into counts. */

/** Pixels on the map at its present zoom. */
export type Spot = { id: string; x: number; y: number };
export type Placed = { id: string; dx: number; dy: number };
export type Gathering = { id: string; ids: string[]; x: number; y: number };

/** Nearer than this, two markers are one blot. */
const TOUCHING_PX = 20;
/** Half the way between the middles of two neighbours in a fan. */
const FAN_PX = 17;
/** Size of the squares in which a crowd is counted. */
const SQUARE_PX = 64;
/** So many in one square can still be told apart. */
const ROOM_IN_SQUARE = 3;

/** How each marker is pushed aside, in pixels, so that all at one spot can be seen and hit. */
export function fanOut(spots: readonly Spot[]): Map<string, Placed> {
  const placed = new Map<string, Placed>();
  for (const group of groupsOf(spots)) {
    const radius = group.length === 1 ? 0 : FAN_PX / Math.sin(Math.PI / Math.max(group.length, 2));
    // By id, so that who stands where does not depend on who moved last.
    const members = group.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const x = members.reduce((sum, spot) => sum + spot.x, 0) / members.length;
    const y = members.reduce((sum, spot) => sum + spot.y, 0) / members.length;
    for (const [index, spot] of members.entries()) {
      const angle = (index / members.length) * 2 * Math.PI - Math.PI / 2;
      const dx = radius === 0 ? 0 : Math.round(x + radius * Math.cos(angle) - spot.x);
      const dy = radius === 0 ? 0 : Math.round(y + radius * Math.sin(angle) - spot.y);
      placed.set(spot.id, { id: spot.id, dx, dy });
    }
  }
  return placed;
}

/** Spots that touch the first of their group; each belongs to one group. */
function groupsOf(spots: readonly Spot[]): Spot[][] {
  const cells = new Map<string, Spot[][]>();
  const cellOf = (value: number) => Math.floor(value / TOUCHING_PX);
  const groups: Spot[][] = [];
  for (const spot of spots) {
    let found: Spot[] | undefined;
    for (let dx = -1; dx <= 1 && !found; dx++) {
      for (let dy = -1; dy <= 1 && !found; dy++) {
        found = cells
          .get(`${cellOf(spot.x) + dx}:${cellOf(spot.y) + dy}`)
          ?.find(([first]) => first && Math.hypot(first.x - spot.x, first.y - spot.y) < TOUCHING_PX);
      }
    }
    if (found) {
      found.push(spot);
      continue;
    }
    const group = [spot];
    groups.push(group);
    const cell = `${cellOf(spot.x)}:${cellOf(spot.y)}`;
    cells.set(cell, [...(cells.get(cell) ?? []), group]);
  }
  return groups;
}

/**
 * Counts a crowd by squares of the map. `alone` are drawn as themselves: they have room, or are in hand; each gathering
 * is one marker with a count.
 * @param keepApart ids that must stay visible as themselves: the hovered and the chosen courier.
 */
export function gather(
  spots: readonly Spot[],
  keepApart: ReadonlySet<string>,
): { alone: Spot[]; gatherings: Gathering[] } {
  const squares = new Map<string, Spot[]>();
  const alone: Spot[] = [];
  for (const spot of spots) {
    if (keepApart.has(spot.id)) {
      alone.push(spot);
      continue;
    }
    const id = `${Math.floor(spot.x / SQUARE_PX)}:${Math.floor(spot.y / SQUARE_PX)}`;
    const square = squares.get(id);
    if (square) square.push(spot);
    else squares.set(id, [spot]);
  }
  const gatherings: Gathering[] = [];
  for (const [id, members] of squares) {
    if (members.length <= ROOM_IN_SQUARE) {
      alone.push(...members);
      continue;
    }
    gatherings.push({
      id,
      ids: members.map((spot) => spot.id),
      x: members.reduce((sum, spot) => sum + spot.x, 0) / members.length,
      y: members.reduce((sum, spot) => sum + spot.y, 0) / members.length,
    });
  }
  return { alone, gatherings };
}
