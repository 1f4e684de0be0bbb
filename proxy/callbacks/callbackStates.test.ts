import { expect, it } from 'vitest';
import type { KeptFile } from '#proxy/keptFile.ts';
import { manualClock } from '#proxy/manualClock.ts';
import { createCallbackStates } from './callbackStates.ts';

it('is kept to the end before the proxy has stopped, also what was being written by then', async () => {
  const clock = manualClock(Date.UTC(2026, 2, 2, 8));
  let written = () => {};
  const file: KeptFile = {
    read: () => null,
    write: () => new Promise((resolve) => (written = () => resolve(true))),
  };
  const settings = { publicUrl: 'https://pult.example', secret: 'secret', nameOf: () => null };
  const states = createCallbackStates({ clock, file, ...settings });
  states.called('orders', 'named');
  const advancing = clock.advance(60_000);
  let stopped = false;
  const stopping = states.stop().then(() => (stopped = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(stopped).toBe(false);
  written();
  await Promise.all([stopping, advancing]);
});
