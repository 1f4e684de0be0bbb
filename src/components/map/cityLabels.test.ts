/** Names are written where they can be read. */
import { expect, test } from 'vitest';
import { labelSpot } from './cityLabels.ts';

const view = { width: 1000, height: 1000 };

test('in the middle of a straight line', () => {
  expect(
    labelSpot(
      [
        { x: 100, y: 500 },
        { x: 300, y: 500 },
      ],
      100,
      view,
    ),
  ).toEqual({ x: 200, y: 500, angle: 0 });
});

test('a line drawn from right to left still reads from left to right', () => {
  const spot = labelSpot(
    [
      { x: 300, y: 500 },
      { x: 100, y: 500 },
    ],
    100,
    view,
  );
  expect(Math.abs(spot?.angle ?? 9)).toBeLessThan(0.001);
});

test('not where the line is too short for the name', () => {
  expect(
    labelSpot(
      [
        { x: 100, y: 500 },
        { x: 150, y: 500 },
      ],
      100,
      view,
    ),
  ).toBeNull();
});

test('not around a corner, but along the longer leg', () => {
  const corner = [
    { x: 100, y: 100 },
    { x: 220, y: 100 },
    { x: 220, y: 600 },
  ];
  expect(labelSpot(corner, 100, view)).toEqual({ x: 220, y: 350, angle: expect.closeTo(Math.PI / 2, 6) });
});

test('a gentle bend is straight enough', () => {
  const bend = [
    { x: 0, y: 100 },
    { x: 100, y: 105 },
    { x: 200, y: 100 },
  ];
  expect(labelSpot(bend, 150, view)?.x).toBe(100);
});

test('not out of sight', () => {
  expect(
    labelSpot(
      [
        { x: -300, y: 500 },
        { x: -100, y: 500 },
      ],
      100,
      view,
    ),
  ).toBeNull();
});
