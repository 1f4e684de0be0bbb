/** Couriers that would cover each other: at the same spot they fan out, where it is too crowded they gather into counts. */

/** Pixels on the map at its present zoom. */
export type Spot = { id: string; x: number; y: number };
export type Placed = { id: string; dx: number; dy: number };
export type Gathering = { id: string; ids: string[]; x: number; y: number };

/** Nearer than this, two markers are one blot. */
const TOUCHING_PX = 20;
/** Half the way between the middles of two neighbours in a fan. */
const FAN_PX = 17;
/** How a crowd is counted: the size of the squares, and how many in one can still be told apart. */
type Counting = { square: number; room: number };
const ROOMY: Counting = { square: 64, room: 3 };
/** So many around the view are looked at as a whole, not one by one: fewer and greater counts, quick to draw and to read. */
const MANY = 240;
const THICK: Counting = { square: 96, room: 1 };

/** One number for a cell of a grid: quicker than words when a thousand couriers are placed anew. */
const cellKey = (column: number, row: number) => column * 2 ** 25 + row;

/** Drawn nearer than this, one marker hides most of another. */
const HIDING_PX = 24;
/** A wider fan would stand too far from where its couriers are. */
const WIDEST_FAN = 8;
/** A fan that grows may reach the next one; so often it is looked at again. */
const ROUNDS = 4;

/** How each marker is pushed aside, in pixels, so that all at one spot can be seen and hit. */
export function fanOut(spots: readonly Spot[]): Map<string, Placed> {
  let groups = groupsOf(spots);
  for (let round = 0; round < ROUNDS; round++) {
    const merged = mergeHiding(groups);
    if (merged.length === groups.length) break;
    groups = merged;
  }
  const placed = new Map<string, Placed>();
  for (const group of groups) for (const one of fan(group)) placed.set(one.id, one);
  return placed;
}

/** Place of each of so many around the middle: one ring, and for a whole shift at one door a ring around a ring. */
function ringPlaces(count: number): { x: number; y: number }[] {
  if (count === 1) return [{ x: 0, y: 0 }];
  const places: { x: number; y: number }[] = [];
  for (let ring = 0; places.length < count; ring++) {
    const left = count - places.length;
    const first = FAN_PX / Math.sin(Math.PI / Math.min(count, WIDEST_FAN));
    const radius = first + ring * 2.2 * FAN_PX;
    const here = Math.min(left, ring === 0 ? WIDEST_FAN : Math.floor((Math.PI * radius) / (1.06 * FAN_PX)));
    for (let index = 0; index < here; index++) {
      const angle = (index / here) * 2 * Math.PI - Math.PI / 2;
      places.push({ x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
    }
  }
  return places;
}

function fan(group: readonly Spot[]): Placed[] {
  // By id, so that who stands where does not depend on who moved last.
  const members = group.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const x = members.reduce((sum, spot) => sum + spot.x, 0) / members.length;
  const y = members.reduce((sum, spot) => sum + spot.y, 0) / members.length;
  const places = ringPlaces(members.length);
  return members.map((spot, index) => {
    const place = places[index] ?? { x: 0, y: 0 };
    if (members.length === 1) return { id: spot.id, dx: 0, dy: 0 };
    return { id: spot.id, dx: Math.round(x + place.x - spot.x), dy: Math.round(y + place.y - spot.y) };
  });
}

/** Joins groups of which one would be drawn over another: they fan out together. */
function mergeHiding(groups: readonly Spot[][]): Spot[][] {
  type Held = { members: Spot[]; into: Held | null };
  const rootOf = (held: Held): Held => (held.into ? rootOf(held.into) : held);
  const all = groups.map((members): Held => ({ members, into: null }));
  const cells = new Map<number, { x: number; y: number; held: Held }[]>();
  const cellOf = (value: number) => Math.floor(value / HIDING_PX);
  for (const held of all) {
    const { members } = held;
    const byId = new Map(members.map((spot) => [spot.id, spot]));
    for (const { id, dx, dy } of fan(members)) {
      const spot = byId.get(id);
      if (!spot) continue;
      const drawn = { x: spot.x + dx, y: spot.y + dy, held };
      for (let cx = -1; cx <= 1; cx++) {
        for (let cy = -1; cy <= 1; cy++) {
          for (const other of cells.get(cellKey(cellOf(drawn.x) + cx, cellOf(drawn.y) + cy)) ?? []) {
            const [mine, theirs] = [rootOf(held), rootOf(other.held)];
            if (mine === theirs || mine.members.length + theirs.members.length > WIDEST_FAN) continue;
            if (Math.hypot(other.x - drawn.x, other.y - drawn.y) >= HIDING_PX) continue;
            theirs.members = [...theirs.members, ...mine.members];
            mine.into = theirs;
          }
        }
      }
      const cell = cellKey(cellOf(drawn.x), cellOf(drawn.y));
      const there = cells.get(cell);
      if (there) there.push(drawn);
      else cells.set(cell, [drawn]);
    }
  }
  return all.filter(({ into }) => into === null).map(({ members }) => members);
}

/** Spots that touch the first of their group; each belongs to one group. */
function groupsOf(spots: readonly Spot[]): Spot[][] {
  const cells = new Map<number, Spot[][]>();
  const cellOf = (value: number) => Math.floor(value / TOUCHING_PX);
  const groups: Spot[][] = [];
  for (const spot of spots) {
    let found: Spot[] | undefined;
    for (let dx = -1; dx <= 1 && !found; dx++) {
      for (let dy = -1; dy <= 1 && !found; dy++) {
        found = cells
          .get(cellKey(cellOf(spot.x) + dx, cellOf(spot.y) + dy))
          ?.find(([first]) => first && Math.hypot(first.x - spot.x, first.y - spot.y) < TOUCHING_PX);
      }
    }
    if (found) {
      found.push(spot);
      continue;
    }
    const group = [spot];
    groups.push(group);
    const cell = cellKey(cellOf(spot.x), cellOf(spot.y));
    const there = cells.get(cell);
    if (there) there.push(group);
    else cells.set(cell, [group]);
  }
  return groups;
}

/**
 * Counts a crowd by squares of the map. `alone` are drawn as themselves: they have room, or are in hand; each gathering
 * is one marker with a count; `stepped` are those who would be counted if they were not in hand.
 * @param keepApart ids that must stay visible as themselves: the hovered and the chosen courier.
 */
export function gather(
  spots: readonly Spot[],
  keepApart: ReadonlySet<string>,
): { alone: Spot[]; gatherings: Gathering[]; stepped: string[] } {
  const { square: size, room } = spots.length > MANY ? THICK : ROOMY;
  const squares = new Map<number, Spot[]>();
  const alone: Spot[] = [];
  const squareOf = (spot: Spot) => cellKey(Math.floor(spot.x / size), Math.floor(spot.y / size));
  for (const spot of spots) {
    if (keepApart.has(spot.id)) {
      alone.push(spot);
      continue;
    }
    const id = squareOf(spot);
    const square = squares.get(id);
    if (square) square.push(spot);
    else squares.set(id, [spot]);
  }
  const stepped = alone
    .filter((spot) => (squares.get(squareOf(spot))?.length ?? 0) >= room)
    .map((spot) => spot.id);
  const gatherings: Gathering[] = [];
  for (const members of squares.values()) {
    const [first] = members;
    if (members.length <= room || !first) {
      alone.push(...members);
      continue;
    }
    gatherings.push({
      id: `${size}/${Math.floor(first.x / size)}:${Math.floor(first.y / size)}`,
      ids: members.map((spot) => spot.id),
      x: members.reduce((sum, spot) => sum + spot.x, 0) / members.length,
      y: members.reduce((sum, spot) => sum + spot.y, 0) / members.length,
    });
  }
  return { alone, gatherings, stepped };
}
