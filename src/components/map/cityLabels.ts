/** Finds where along a line a name may be written: straight enough, long enough, in view, and never upside down. */

type Point = { x: number; y: number };
type View = { width: number; height: number };

/** A piece of the line may bend by so much under a name. Radians. */
const STRAIGHT = 0.22;

const angleOf = (from: Point, to: Point) => Math.atan2(to.y - from.y, to.x - from.x);

function turn(a: number, b: number): number {
  const raw = Math.abs(a - b) % (2 * Math.PI);
  return Math.min(raw, 2 * Math.PI - raw);
}

const inView = (point: Point, view: View) =>
  point.x > 0 && point.y > 0 && point.x < view.width && point.y < view.height;

/** Splits at every real bend; gives the ends of each straight piece. */
function straightPieces(line: readonly Point[]): [Point, Point][] {
  const pieces: [Point, Point][] = [];
  let start: Point | undefined;
  let heading = 0;
  let previous: Point | undefined;
  for (const point of line) {
    if (!previous || !start) {
      start = point;
    } else if (previous === start) {
      heading = angleOf(start, point);
    } else if (turn(heading, angleOf(previous, point)) > STRAIGHT) {
      pieces.push([start, previous]);
      start = previous;
      heading = angleOf(previous, point);
    }
    previous = point;
  }
  if (start && previous && start !== previous) pieces.push([start, previous]);
  return pieces;
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
  for (const [from, to] of straightPieces(line)) {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    if (length < longest || !inView(middle, view)) continue;
    longest = length;
    const angle = angleOf(from, to);
    const upright = angle > Math.PI / 2 ? angle - Math.PI : angle <= -Math.PI / 2 ? angle + Math.PI : angle;
    best = { ...middle, angle: upright };
  }
  return best;
}
