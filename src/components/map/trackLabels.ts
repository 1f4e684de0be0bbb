/** Labels along a track, thinned so that none lies on another: the rounder the time, the sooner it gets its place. */

/** CSS pixels; (x, y) is the point that the label speaks of. */
export type Label = {
  x: number;
  y: number;
  text: string;
  width: number;
  /** Lower chooses its place first. */
  rank: number;
  /** How far from the point it stands. */
  off: number;
};
export type PlacedLabel = Label & { left: number; top: number };
export type Box = { left: number; top: number; right: number; bottom: number };

export const LABEL_HEIGHT = 16;
/** Between two labels. */
const AIR = 4;

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The place that a label takes, with some air around it. */
export const boxOf = ({ left, top, width }: PlacedLabel): Box => ({
  left: left - AIR,
  top: top - AIR,
  right: left + width + AIR,
  bottom: top + LABEL_HEIGHT + AIR,
});

/** Right of the point, left of it, above, below. */
function sides({ x, y, width, off }: Label): [number, number][] {
  const middle = y - LABEL_HEIGHT / 2;
  return [
    [x + off, middle],
    [x - off - width, middle],
    [x - width / 2, y - off - LABEL_HEIGHT],
    [x - width / 2, y + off],
  ];
}

/**
 * Gives each label a free side of its point; those that find none are left out.
 * @param taken what labels must keep off. Lower `rank` chooses first; equal ones in the given order.
 */
export function placeLabels(labels: readonly Label[], taken: readonly Box[]): PlacedLabel[] {
  const boxes = [...taken];
  const placed: PlacedLabel[] = [];
  for (const label of labels.toSorted((a, b) => a.rank - b.rank)) {
    for (const [left, top] of sides(label)) {
      const box = boxOf({ ...label, left, top });
      if (boxes.some((other) => meet(box, other))) continue;
      boxes.push(box);
      placed.push({ ...label, left, top });
      break;
    }
  }
  return placed;
}

const minutesOfDay = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(-2));

/** Rank of a time of day on a label: whole hours first, then halves, quarters, the rest. @param time `14:30`. */
export function rankOfTime(time: string): number {
  const minutes = minutesOfDay(time);
  if (minutes % 60 === 0) return minutes % 180 === 0 ? 1 : 2;
  return minutes % 30 === 0 ? 3 : minutes % 15 === 0 ? 4 : 5;
}

const STEPS_MIN = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360];

/**
 * Keeps the times of one round step: 12:00, 12:15, 12:30 … The finest step at which no more than `most` are left.
 * @param timeOf gives `14:30`.
 */
export function evenTimes<T>(marks: readonly T[], timeOf: (mark: T) => string, most: number): T[] {
  let kept = [...marks];
  for (const step of STEPS_MIN) {
    kept = marks.filter((mark) => minutesOfDay(timeOf(mark)) % step === 0);
    if (kept.length <= most) break;
  }
  return kept;
}
