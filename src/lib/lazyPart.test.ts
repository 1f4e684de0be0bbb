import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isMissingPart, loadPart } from './lazyPart.ts';

const MISSING = new TypeError('Failed to fetch dynamically imported module: http://pult/assets/x.js');
const page = new EventTarget();
const answers = vi.fn<() => Promise<{ ok: boolean }>>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', page);
  vi.stubGlobal('fetch', answers);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  answers.mockReset();
});

const away = () => answers.mockRejectedValue(new TypeError('Failed to fetch'));
const there = () => answers.mockResolvedValue({ ok: true });

test.each([
  ['Failed to fetch dynamically imported module: /x.js', true],
  ['error loading dynamically imported module: /x.js', true],
  ['Importing a module script failed.', true],
  ['Unable to preload CSS for /assets/x.css', true],
  ['x is not a function', false],
])('«%s» is a part that is missing: %s', (message, missing) => {
  expect(isMissingPart(new TypeError(message))).toBe(missing);
});

test('is waited for while Pult cannot be reached, and comes with the network', async () => {
  const load = vi
    .fn()
    .mockRejectedValueOnce(MISSING)
    .mockRejectedValueOnce(MISSING)
    .mockResolvedValue('part');
  away();
  const part = loadPart(load);
  await vi.advanceTimersByTimeAsync(2_900);
  expect(load).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(load).toHaveBeenCalledTimes(2);
  page.dispatchEvent(new Event('online'));
  await expect(part).resolves.toBe('part');
  expect(load).toHaveBeenCalledTimes(3);
});

test('is asked for once more when Pult answers, and then said to be gone', async () => {
  const load = vi.fn().mockRejectedValue(MISSING);
  there();
  await expect(loadPart(load)).rejects.toBe(MISSING);
  expect(load).toHaveBeenCalledTimes(2);
});

test('one that fails by itself is not asked for again', async () => {
  const broken = new TypeError('x is not a function');
  const load = vi.fn().mockRejectedValue(broken);
  await expect(loadPart(load)).rejects.toBe(broken);
  expect(load).toHaveBeenCalledTimes(1);
  expect(answers).not.toHaveBeenCalled();
});
