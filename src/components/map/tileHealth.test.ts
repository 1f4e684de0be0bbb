/** When the stand-in drawing takes over from the tile server. */
import { expect, test } from 'vitest';
import type { TileEvent, TileHealth } from './tileHealth.ts';
import { tileHealth, untried } from './tileHealth.ts';

const after = (events: TileEvent[], start: TileHealth = untried) =>
  events.reduce((health, event) => tileHealth(health, event, 1_000), start);
const times = (n: number, event: TileEvent): TileEvent[] => Array.from({ length: n }, () => event);

test('a few misses are not an outage, several with nothing between are', () => {
  expect(after(['asked', ...times(3, 'missed')]).verdict).toBe('unknown');
  expect(after(['asked', ...times(4, 'missed')]).verdict).toBe('failed');
});

test('one tile that loads clears the misses before it', () => {
  expect(after(['asked', ...times(3, 'missed'), 'loaded', ...times(3, 'missed')]).verdict).toBe('good');
});

test('after tiles were seen, more misses are needed: it may be the edge of the covered area', () => {
  expect(after(['asked', 'loaded', ...times(11, 'missed')]).verdict).toBe('good');
  expect(after(['asked', 'loaded', ...times(12, 'missed')]).verdict).toBe('failed');
});

test('a server that hangs has failed after eight seconds', () => {
  const asked = tileHealth(untried, 'asked', 1_000);
  expect(tileHealth(asked, 'checked', 8_999).verdict).toBe('unknown');
  expect(tileHealth(asked, 'checked', 9_000).verdict).toBe('failed');
});

test('waiting is counted from the first tile asked for, not from the last', () => {
  const asked = tileHealth(tileHealth(untried, 'asked', 1_000), 'asked', 8_000);
  expect(tileHealth(asked, 'checked', 9_000).verdict).toBe('failed');
});

test('nothing asked, nothing failed', () => {
  expect(tileHealth(untried, 'checked', 99_999).verdict).toBe('unknown');
});

test('failed stays failed until a new start', () => {
  expect(after(['asked', ...times(4, 'missed'), 'loaded']).verdict).toBe('failed');
  expect(after(['loaded']).verdict).toBe('good');
});

test('one tile refused, and nothing more to ask for, is not a server that hangs', () => {
  const refused = tileHealth(tileHealth(after(['loaded']), 'asked', 1_000), 'missed', 1_500);
  expect(tileHealth(refused, 'checked', 60_000).verdict).toBe('good');
});
