/** What of a track is not shown is said, with why. */
// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { TrackFixes } from '#src/api/track.ts';
import type { IrecaLocation } from '#src/contracts/ireca/location.ts';
import { courierTrack } from '#src/domain/courierTrack.ts';
import { FormScreen, testQueryClient } from '#src/testing/formScreen.tsx';
import { TrackNotes } from './TrackNotes.tsx';

afterEach(cleanup);

const BEGIN = Date.parse('2026-11-22T09:00:00Z');
const fixAt = (minute: number, latitude = 59.9): IrecaLocation => ({
  orderId: null,
  deliveryStatusId: null,
  returnReasonId: null,
  latitude,
  longitude: latitude === 0 ? 0 : 30.3,
  accuracy: 10,
  createdAt: BEGIN + minute * 60_000,
});

function show(fixes: IrecaLocation[], more: Partial<TrackFixes> = {}) {
  const asOf = BEGIN + 60 * 60_000;
  const track = courierTrack(fixes, { from: BEGIN, to: BEGIN + 86_400_000 }, asOf);
  const read: TrackFixes = { fixes, setAside: 0, asOf, complete: true, retryAt: null, ...more };
  render(
    <FormScreen client={testQueryClient()}>
      <TrackNotes track={track} fixes={read} />
    </FormScreen>,
  );
}

test('a whole track needs no words', () => {
  show([fixAt(0), fixAt(1)]);
  expect(screen.queryByText(/Отложено|показано до/)).toBeNull();
});

test('counts what was not believed by reason, and what could not be read', () => {
  show([fixAt(0), fixAt(1, 0), fixAt(2, 0), fixAt(3, 95), fixAt(90)], { setAside: 3 });
  expect(screen.getByText(/^Отложено: 7 позиций/).textContent).toBe(
    'Отложено: 7 позиций (без точки 2, точка вне карты 1, время из будущего 1, не прочитано: 3)',
  );
});

test('says until when there are positions if there were more than are read', () => {
  show([fixAt(0), fixAt(30)], { complete: false });
  expect(screen.getByRole('status').textContent).toContain('показано до 12:30');
});
