import { describe, expect, it } from 'vitest';
import { evenTimes, LABEL_HEIGHT, placeLabels, rankOfTime } from './trackLabels.ts';

const label = (x: number, y: number, rank: number) => ({ x, y, rank, text: `${x}`, width: 40, off: 9 });

describe('placeLabels', () => {
  it('lets no two labels meet, nor a label what it must keep off', () => {
    const labels = Array.from({ length: 400 }, (_, index) =>
      label((index * 37) % 500, (index * 61) % 300, (index % 5) + 1),
    );
    const taken = [{ left: 100, top: 100, right: 200, bottom: 160 }];
    const placed = placeLabels(labels, taken);
    expect(placed.length).toBeGreaterThan(20);
    const boxes = [
      ...taken,
      ...placed.map(({ left, top, width }) => ({
        left,
        top,
        right: left + width,
        bottom: top + LABEL_HEIGHT,
      })),
    ];
    boxes.forEach((a, index) => {
      for (const b of boxes.slice(index + 1)) {
        const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        expect(apart).toBe(true);
      }
    });
  });

  it('gives the place to the rounder time', () => {
    const crowd = [label(100, 100, 5), label(101, 100, 5), label(102, 100, 1), label(103, 100, 4)];
    expect(placeLabels(crowd, []).some(({ rank }) => rank === 1)).toBe(true);
    const tight = [
      { left: 0, top: 0, right: 300, bottom: 88 },
      { left: 0, top: 112, right: 300, bottom: 300 },
      { left: 0, top: 0, right: 98, bottom: 300 },
    ];
    expect(placeLabels(crowd, tight).map(({ rank }) => rank)).toEqual([1]);
  });

  it('takes another side before it gives up', () => {
    const right = { left: 105, top: 80, right: 300, bottom: 120 };
    expect(placeLabels([label(100, 100, 1)], [right])).toMatchObject([{ left: 51 }]);
  });
});

it('ranks whole hours before halves, quarters and the rest', () => {
  const ranks = ['12:00', '13:00', '13:30', '13:45', '13:50'].map(rankOfTime);
  expect(ranks).toEqual(ranks.toSorted());
  expect(new Set(ranks).size).toBe(5);
});

describe('evenTimes', () => {
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const times = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => clock(from + index));
  const even = (all: string[], most = 12) => evenTimes(all, (time) => time, most);

  it('leaves a few as they are', () => expect(even(['09:13', '09:14'])).toEqual(['09:13', '09:14']));

  it('takes the finest round step that is few enough', () => {
    expect(even(times(9 * 60 + 3, 45))).toEqual(times(545, 41).filter((_, index) => index % 5 === 0));
    expect(even(times(9 * 60 + 3, 150))).toEqual([
      ...['09:15', '09:30', '09:45', '10:00', '10:15', '10:30', '10:45', '11:00', '11:15', '11:30'],
    ]);
    expect(even(times(0, 1440))).toHaveLength(12);
  });
});
