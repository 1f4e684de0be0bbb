/** A browser whose tones and notifications are written down instead of heard and seen. */
import type { BrowserContext, Page } from '@playwright/test';

/** First notes of the tones, by which they are known. */
export const TONE = { new: 660, late: 587, failed: 233 } as const;

export type Shown = { title: string; body: string; tag: string };

/**
 * Put in place before a page of Pult runs: `permission` is what a person would answer, `switches` how the switches were
 * left the last time (then permission has been given, too).
 */
export async function stubNotices(
  context: BrowserContext,
  permission: 'granted' | 'denied',
  switches?: unknown,
): Promise<void> {
  if (switches !== undefined) {
    await context.addInitScript((state) => {
      if (localStorage.getItem('pult.sound') !== null) return;
      localStorage.setItem('pult.sound', JSON.stringify({ state, version: 0 }));
      localStorage.setItem('test.permission', 'granted');
    }, switches);
  }
  await context.addInitScript((answer) => {
    // Kept in the tab, so that what a reload repeats is found.
    const note = (name: string, what: unknown) => {
      const before = JSON.parse(sessionStorage.getItem(name) ?? '[]') as unknown[];
      sessionStorage.setItem(name, JSON.stringify([...before, what]));
    };
    const presses: (() => void)[] = [];
    // A page may also be opened behind another window.
    let away = localStorage.getItem('test.behind') !== null;
    Object.assign(window, {
      pressLast: () => presses.at(-1)?.(),
      lookAway: (next: boolean) => {
        away = next;
        window.dispatchEvent(new Event(next ? 'blur' : 'focus'));
      },
    });
    document.hasFocus = () => !away;

    const nothing = () => {};
    const began = performance.now();
    let sounding = 0;
    window.AudioContext = class {
      state = 'running';
      destination = {};
      get currentTime() {
        return (performance.now() - began) / 1000;
      }
      resume = async () => {};
      createGain = () => ({
        gain: { setValueAtTime: nothing, linearRampToValueAtTime: nothing },
        connect: nothing,
        disconnect: nothing,
      });
      createOscillator = () => {
        const frequency = { value: 0 };
        return {
          frequency,
          connect: nothing,
          stop: nothing,
          addEventListener: nothing,
          // Notes of one tone are begun at once; only the first one of each tone is written down.
          start: () => {
            if (sounding === 0) note('test.tones', frequency.value);
            sounding += 1;
            queueMicrotask(() => (sounding = 0));
          },
        };
      };
    } as unknown as typeof AudioContext;

    const KEPT = 'test.permission';
    window.Notification = class extends EventTarget {
      static get permission() {
        return localStorage.getItem(KEPT) ?? 'default';
      }
      static async requestPermission() {
        note('test.asked', answer);
        localStorage.setItem(KEPT, answer);
        return answer;
      }
      constructor(title: string, { body, tag }: { body: string; tag: string }) {
        super();
        note('test.shown', { title, body, tag });
        presses.push(() => this.dispatchEvent(new Event('click')));
      }
      close = nothing;
    } as unknown as typeof Notification;
  }, permission);
}

type Stubbed = Window & { pressLast: () => void; lookAway: (away: boolean) => void };

async function noted<T>(page: Page, name: string): Promise<T[]> {
  return JSON.parse((await page.evaluate((key) => sessionStorage.getItem(key), name)) ?? '[]') as T[];
}

export const tones = (page: Page) => noted<number>(page, 'test.tones');
export const shown = (page: Page) => noted<Shown>(page, 'test.shown');
/** How often the person was asked for permission. */
export const asked = async (page: Page) => (await noted<string>(page, 'test.asked')).length;
/** Somebody presses the latest notification. */
export const pressLast = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as Stubbed).pressLast());
/** Pages opened from now on in this browser stand behind another window. */
export const openBehind = (page: Page): Promise<void> =>
  page.evaluate(() => localStorage.setItem('test.behind', 'yes'));
/** Another window comes in front of this one, or goes. */
export const lookAway = (page: Page, away: boolean): Promise<void> =>
  page.evaluate((next) => (window as unknown as Stubbed).lookAway(next), away);
