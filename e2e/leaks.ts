/** Looks through everything that `/api` tells the browsers of a test for what must stay in the proxy: couriers' passwords. */
import type { Browser, BrowserContext, Request } from '@playwright/test';
import { couriersPasswords } from './stack.ts';

export type Leaks = {
  /** Where a password, or the key that iRECA puts it under, was told so far; waits for bodies that are on their way. */
  found(): Promise<string[]>;
  /** What was told so far was told on purpose. */
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
      const response = await fetch(url, options);
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
      const secrets = ['sourcePassword', ...couriersPasswords];
      const texts = await Promise.all(told.map(async ({ where, text }) => ({ where, text: await text })));
      const leaked = texts.filter(({ text }) => secrets.some((secret) => text.includes(secret)));
      return leaked.map(({ where }) => where);
    },
    forget() {
      told = [];
    },
    stop() {
      browser.off('context', watch);
    },
  };
}
