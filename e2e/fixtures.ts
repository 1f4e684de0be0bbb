/** What every end-to-end test gets: a product of its own, and pages that fail it on a console error or a told secret. */
import { test as base, expect } from '@playwright/test';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { openOrders, signedIn } from './desk.ts';
import type { Leaks } from './leaks.ts';
import { watchLeaks } from './leaks.ts';
import type { LOGINS, Stack, StackOptions } from './stack.ts';
import { startStack } from './stack.ts';
import { upstream } from './upstream.ts';

type Visitor = { who?: keyof typeof LOGINS; search?: string; context?: BrowserContextOptions };

type Fixtures = {
  /** How the product of this test is started; override with `test.use({ stackOptions: … })`. */
  stackOptions: StackOptions;
  stack: Stack;
  ireca: ReturnType<typeof upstream>;
  kassa: ReturnType<typeof upstream>;
  /** Console errors that this test brings about on purpose, as texts they hold. */
  expectedErrors: string[];
  /** What was told to browsers or logged and must not be; whatever is found when the test is over fails it. */
  leaks: Leaks;
  /** Opens the orders screen in a browser of its own, signed in. */
  visit: (visitor?: Visitor) => Promise<Page>;
};

/** What a browser writes when its connection is cut, or the proxy restarts under it. */
export const BROKEN_NETWORK = [
  'ERR_CONNECTION_REFUSED',
  'ERR_CONNECTION_RESET',
  'ERR_EMPTY_RESPONSE',
  'ERR_INCOMPLETE_CHUNKED_ENCODING',
  'ERR_INTERNET_DISCONNECTED',
  '503',
];

/** Fails on console errors and uncaught exceptions, but for those that a test names as its own doing. */
function watchErrors(page: Page, found: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => found.push(`uncaught: ${error.message}`));
}

export const test = base.extend<Fixtures>({
  stackOptions: [{}, { option: true }],
  // One of its own for every test, so that what one adds is not forgiven another.
  expectedErrors: [async ({ browserName: _any }, use) => use([]), { option: true }],
  stack: async ({ stackOptions }, use) => {
    const stack = await startStack(stackOptions);
    await use(stack);
    await stack.close();
  },
  ireca: async ({ stack }, use) => use(upstream(stack.simulators.ireca.control)),
  kassa: async ({ stack }, use) => use(upstream(stack.simulators.kassa.control)),
  leaks: [
    async ({ browser }, use) => {
      const leaks = watchLeaks(browser);
      await use(leaks);
      leaks.stop();
      expect(await leaks.found(), 'secrets told to a browser or logged').toEqual([]);
    },
    { auto: true },
  ],
  // Needs the stack, so that its errors are counted before the stack is closed under it.
  page: async ({ page, stack: _stack, expectedErrors }, use) => {
    const found: string[] = [];
    watchErrors(page, found);
    await use(page);
    // A request that is being answered for a test must not outlive it.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    expect(found.filter((text) => !expectedErrors.some((expected) => text.includes(expected)))).toEqual([]);
  },
  visit: async ({ browser, stack, expectedErrors }, use) => {
    const found: string[] = [];
    const opened: Awaited<ReturnType<Browser['newContext']>>[] = [];
    await use(async ({ who = 'dispatcher', search = '', context: options = {} } = {}) => {
      const context = await browser.newContext(options);
      opened.push(context);
      await signedIn(context, stack.url, who);
      const page = await context.newPage();
      watchErrors(page, found);
      await openOrders(page, stack.url, search);
      return page;
    });
    for (const context of opened) {
      // A request that is being answered for a test must not outlive it.
      for (const page of context.pages()) await page.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
    }
    expect(found.filter((text) => !expectedErrors.some((expected) => text.includes(expected)))).toEqual([]);
  },
});

export { expect };
