/**
 * Looks through everything that `/api` tells the browsers of a test, and through every line of the proxy's log, for what
 * must stay in the proxy: couriers' passwords, tokens, the secrets of the settings, passwords that a test typed.
 */
import type { Browser, BrowserContext, Request } from '@playwright/test';
import { logLines, secrets } from './secrets.ts';

export type Leaks = {
  /**
   * Where a secret, or the key that iRECA puts couriers' passwords under, was told or logged so far; waits for bodies
   * that are on their way.
   */
  found(): Promise<string[]>;
  /** A password that this test types: it is looked for as well, also in what was told before. */
  add(secret: string): void;
  /** What was told and logged so far was told on purpose. */
  forget(): void;
};

type Told = { where: string; text: Promise<string> };

const isApi = (url: string) => new URL(url).pathname.startsWith('/api/');

/** A body that is gone with its page, or that the browser did not keep, cannot be looked through. */
const bodyOf = (request: Request): Promise<string> =>
  request
    .response()
    .then((response) => response?.text() ?? '')
    .catch(() => '');

/** Watches every context that the browser opens from now on. The result stops it. */
export function watchLeaks(browser: Browser): Leaks & { stop(): void } {
  let told: Told[] = [];
  const typed = new Set<string>();
  logLines.length = 0;
  const tell = (method: string, url: string, text: Promise<string>) => {
    if (isApi(url)) told.push({ where: `${method} ${url}`, text });
  };

  function watch(context: BrowserContext): void {
    context.on('requestfinished', (request) => {
      if (isApi(request.url())) tell(request.method(), request.url(), bodyOf(request));
    });
    // Calls that a test sends by itself go past the pages.
    const { request } = context;
    const fetch = request.fetch.bind(request);
    request.fetch = async (url, options) => {
      // Playwright's own connection may have been closed while the page worked: such a call is sent again, as browsers do.
      const response = await fetch(url, { maxRetries: 2, ...options });
      tell(
        options?.method ?? 'GET',
        response.url(),
        response.text().catch(() => ''),
      );
      return response;
    };
  }
  browser.on('context', watch);

  return {
    async found() {
      const texts = await Promise.all(told.map(async ({ where, text }) => ({ where, text: await text })));
      const wanted = ['sourcePassword', ...secrets, ...typed];
      const logged = logLines.map((text) => ({ where: `log: ${text.trim()}`, text }));
      const leaked = [...texts, ...logged].filter(({ text }) => wanted.some((one) => text.includes(one)));
      return leaked.map(({ where }) => where);
    },
    add: (secret) => void typed.add(secret),
    forget() {
      told = [];
      logLines.length = 0;
    },
    stop() {
      browser.off('context', watch);
    },
  };
}
