/** Which browser the end-to-end tests, the screenshots and the benchmark drive, and with which switches. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** True when the program is there and starts (a browser that lacks its libraries does not). */
function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  // Chrome for Windows opens a window when asked for its version; being there is all we can ask.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/**
 * The path of a browser that starts: `CHROMIUM_PATH`, Playwright's own, an installed Chromium or Chrome; null when none.
 * @throws when `CHROMIUM_PATH` is set but does not start: a wrong setting must not be passed over in silence.
 */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | null {
  const chosen = env.CHROMIUM_PATH;
  if (chosen) {
    if (starts(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH is set to ${chosen}, but that does not start.`);
  }
  const folders = (env.PATH ?? '').split(delimiter);
  const installed = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [chromium.executablePath(), ...installed, ...PLACES].find(starts) ?? null;
}

/** Launch options for `chromium.launch` and the Playwright configuration. */
export function launchOptions() {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Error('No browser found: run `npm run e2e`, which looks for one and installs it.');
  const root = process.getuid?.() === 0;
  return {
    executablePath,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-quic',
      '--no-first-run',
      '--force-color-profile=srgb',
      ...(root ? ['--no-sandbox'] : []),
    ],
  };
}
