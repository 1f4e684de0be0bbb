/** Finds where along a line a name may be written: straight enough, long enough, in view, and never upside down. */

type Point = { x: number; y: number };
type View = { width: number; height: number };

/** A piece of the line counts as straight while its ends are nearly as far apart as the way between them is long. */
const STRAIGHT = 0.97;

const distance = (a: Point, b: Point) => Math.hypot(b.x - a.x, b.y - a.y);

const inView = ({ x, y }: Point, view: View) => x > 0 && y > 0 && x < view.width && y < view.height;

/** The longest straight piece from `start` on: its last point and its length. */
function straightFrom(line: readonly Point[], start: number): { end: Point; length: number } | null {
  const first = line[start];
  let best: { end: Point; length: number } | null = null;
  let way = 0;
  for (let index = start + 1; first && index < line.length; index += 1) {
    const before = line[index - 1];
    const point = line[index];
    if (!before || !point) break;
    way += distance(before, point);
    const length = distance(first, point);
    if (length < way * STRAIGHT) break;
    best = { end: point, length };
  }
  return best;
}

/**
 * The middle of the longest straight piece that takes a name `room` pixels long; null when none does or none is in view.
 * `angle` in radians, always within a quarter turn, so that the name reads from left to right.
 */
export function labelSpot(
  line: readonly Point[],
  room: number,
  view: View,
): { x: number; y: number; angle: number } | null {
  let best: { x: number; y: number; angle: number } | null = null;
  let longest = room;
  for (const [index, from] of line.entries()) {
    const piece = straightFrom(line, index);
    if (!piece || piece.length < longest) continue;
    const middle = { x: (from.x + piece.end.x) / 2, y: (from.y + piece.end.y) / 2 };
    if (!inView(middle, view)) continue;
    longest = piece.length;
    const angle = Math.atan2(piece.end.y - from.y, piece.end.x - from.x);
    const upright = angle > Math.PI / 2 ? angle - Math.PI : angle <= -Math.PI / 2 ? angle + Math.PI : angle;
    best = { ...middle, angle: upright };
  }
  return best;
}
