/** The whole screen: with the browser's own full screen, without it, and when the browser leaves by itself. */
// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { enterWholeScreen, leaveWholeScreen, useWholeScreen } from './wholeScreen.ts';

const root = document.documentElement;
const whole = () => [useWholeScreen.getState().whole, root.hasAttribute('data-whole-map')];

/** A browser that can fill the screen, or that refuses to. */
function browser(answer: 'yes' | 'refuses') {
  let filling: Element | null = null;
  const changed = () => document.dispatchEvent(new Event('fullscreenchange'));
  const request = vi.fn(async () => {
    if (answer === 'refuses') throw new TypeError('Permissions check failed');
    filling = root;
    changed();
  });
  const exit = vi.fn(async () => {
    filling = null;
    changed();
  });
  Object.defineProperty(document, 'fullscreenEnabled', { configurable: true, value: true });
  Object.defineProperty(document, 'fullscreenElement', { configurable: true, get: () => filling });
  root.requestFullscreen = request as typeof root.requestFullscreen;
  document.exitFullscreen = exit;
  return { request, exit };
}

afterEach(() => {
  leaveWholeScreen();
  for (const name of ['fullscreenEnabled', 'fullscreenElement', 'exitFullscreen'])
    Reflect.deleteProperty(document, name);
  Reflect.deleteProperty(root, 'requestFullscreen');
});

test('fills the screen and comes back', async () => {
  const { request, exit } = browser('yes');
  await enterWholeScreen();
  expect(whole()).toEqual([true, true]);
  expect(request).toHaveBeenCalledTimes(1);
  leaveWholeScreen();
  expect(whole()).toEqual([false, false]);
  expect(exit).toHaveBeenCalledTimes(1);
});

test('the page follows when the browser leaves by itself', async () => {
  const { exit } = browser('yes');
  await enterWholeScreen();
  await exit();
  expect(whole()).toEqual([false, false]);
  expect(exit).toHaveBeenCalledTimes(1);
});

test('where there is no full screen, or it is refused, the page alone makes room', async () => {
  await enterWholeScreen();
  expect(whole()).toEqual([true, true]);
  leaveWholeScreen();
  expect(whole()).toEqual([false, false]);
  browser('refuses');
  await enterWholeScreen();
  expect(whole()).toEqual([true, true]);
});

test('whoever leaves before the browser has answered is not left in full screen', async () => {
  const { exit } = browser('yes');
  const entering = enterWholeScreen();
  useWholeScreen.setState({ whole: false });
  await entering;
  expect(exit).toHaveBeenCalledTimes(1);
});
