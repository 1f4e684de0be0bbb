/** Sees to it that there is a browser before anything drives one: looks for one, else installs one, else says what to do. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './browser.ts';

function run(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

const installers: { what: string; possible: () => boolean; install: () => boolean }[] = [
  {
    what: 'Playwright’s own Chromium',
    possible: () => true,
    install: () => run('npx', 'playwright', 'install', 'chromium'),
  },
  {
    what: 'Debian’s package chromium',
    possible: () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
    install: () => run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', 'chromium'),
  },
];

function prepare(): string | null {
  const found = findBrowser();
  if (found) return found;
  for (const { what, possible, install } of installers) {
    if (!possible()) continue;
    console.log(`No browser for the end-to-end tests yet: installing ${what} …`);
    install();
    const installed = findBrowser();
    if (installed) return installed;
  }
  return null;
}

try {
  const path = prepare();
  if (path) {
    console.log(`Browser: ${path}`);
  } else {
    console.error(
      'No browser could be found or installed: install Chromium or Chrome, or set CHROMIUM_PATH to one.',
    );
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
