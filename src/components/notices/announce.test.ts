// @vitest-environment jsdom
/** An event is heard and shown as the switches want, and never to those who look. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { announce, announceAll, leadBy, useUnseen } from '#src/components/notices/announce.ts';
import type { Notice } from '#src/components/notices/announce.ts';
import { keptNotices, useNoticeStore } from '#src/components/notices/noticeStore.ts';

const began: number[] = [];
const shown: { title: string; options: NotificationOptions; press: () => void }[] = [];
let touched = true;
let inFront = false;

class SilentAudio {
  state = 'running';
  currentTime = 0;
  destination = {};
  constructor() {
    audios.push(this);
  }
  createGain() {
    return {
      gain: { setValueAtTime: () => {}, linearRampToValueAtTime: () => {} },
      connect: () => {},
      disconnect: () => {},
    };
  }
  createOscillator() {
    const frequency = { value: 0 };
    const start = (at: number) => void began.push(at);
    return { frequency, start, stop: () => {}, connect: () => {}, addEventListener: () => {} };
  }
}
const audios: SilentAudio[] = [];

class PaperNotification extends EventTarget {
  static permission = 'granted';
  constructor(title: string, options: NotificationOptions) {
    super();
    shown.push({ title, options, press: () => this.dispatchEvent(new Event('click')) });
  }
  close() {}
}

let made = 0;
const notice = (changes: Partial<Notice> = {}): Notice => {
  made += 1;
  const key = `new:ireca:${made}`;
  return {
    kind: 'new',
    key,
    name: `G-${made}`,
    title: `Новый заказ G-${made}`,
    body: '',
    to: '/orders',
    ...changes,
  };
};
const together = (fresh: readonly Notice[]) => ({
  title: `${fresh.length} новых`,
  body: fresh.map(({ name }) => name).join(),
  to: '/orders?view=open',
});
const tones = () => began.length / 2;

beforeEach(() => {
  vi.stubGlobal('AudioContext', SilentAudio);
  vi.stubGlobal('Notification', PaperNotification);
  vi.stubGlobal('isSecureContext', true);
  Object.defineProperty(navigator, 'userActivation', {
    configurable: true,
    get: () => ({ hasBeenActive: touched }),
  });
  vi.spyOn(document, 'hasFocus').mockImplementation(() => inFront);
  vi.spyOn(window, 'focus').mockImplementation(() => {});
  useNoticeStore.setState(keptNotices({ kinds: { new: { sound: true, shown: true } } }));
  useUnseen.setState({ unseen: false });
  localStorage.removeItem('pult.noticed');
  touched = true;
  inFront = false;
  began.length = 0;
  shown.length = 0;
  // A new audio each time: no tone of an earlier test sounds on.
  for (const audio of audios) audio.state = 'closed';
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('announcing', () => {
  it('is heard and shown once, however often it is told', async () => {
    const one = notice();
    await Promise.all([announce(one), announce(one)]);
    await announce(one);
    expect(tones()).toBe(1);
    expect(shown.map(({ title }) => title)).toEqual([one.title]);
    expect(shown[0]?.options).toMatchObject({ tag: one.key, silent: true });
  });

  it('tells several as one, less those that were told', async () => {
    const [a, b, c] = [notice(), notice(), notice()];
    await announceAll([a], together);
    await announceAll([a, b, c], together);
    expect(shown.map(({ title }) => title)).toEqual([a.title, '2 новых']);
    expect(shown[1]?.options.body).toBe(`${b.name},${c.name}`);
    await announceAll([c], together);
    expect(shown).toHaveLength(2);
  });

  it('keeps still where a switch is off', async () => {
    useNoticeStore.getState().setSwitch('new', 'shown', false);
    await announce(notice());
    expect([tones(), shown.length]).toEqual([1, 0]);
    useNoticeStore.getState().setSwitch('new', 'sound', false);
    await announce(notice());
    useNoticeStore.setState({ ...keptNotices(null), on: false });
    await announce(notice());
    expect([tones(), shown.length]).toEqual([1, 0]);
  });

  it('leaves the sound to another tab when this one may not play', async () => {
    const one = notice();
    touched = false;
    await announce(one);
    expect(tones()).toBe(0);
    touched = true;
    await announce(one);
    expect(tones()).toBe(1);
  });

  it('shows nothing to those who look at Pult, and puts no dot on the icon', async () => {
    inFront = true;
    await announce(notice());
    expect(shown).toHaveLength(0);
    expect(useUnseen.getState().unseen).toBe(false);
    inFront = false;
    await announce(notice());
    expect(shown).toHaveLength(1);
    expect(useUnseen.getState().unseen).toBe(true);
  });

  it('tells once, and though another tab is in front, what only the tab that did it can show', async () => {
    vi.stubGlobal('navigator', {
      userActivation: navigator.userActivation,
      locks: {
        request: async (_name: string, deed: () => unknown) => deed(),
        query: async () => ({ held: [{ name: 'pult.inFront' }] }),
      },
    });
    useNoticeStore.setState(keptNotices({ kinds: { failed: { sound: true, shown: true } } }));
    const anyTab = notice({ kind: 'failed', key: `failed:${made}-a` });
    await announce(anyTab);
    expect(shown).toHaveLength(0);
    const ownTab = notice({ kind: 'failed', key: `failed:${made}-b`, ownTab: true });
    // A tab and its copy know of the same command.
    await Promise.all([announce(ownTab), announce(ownTab)]);
    await announce(ownTab);
    expect(shown.map(({ options }) => options.tag)).toEqual([ownTab.key]);
    inFront = true;
    await announce(notice({ kind: 'failed', key: `failed:${made}-c`, ownTab: true }));
    expect(shown).toHaveLength(1);
  });

  it('leads where the notice says, without loading the page anew', async () => {
    const went: string[] = [];
    const stop = leadBy((to) => void went.push(to));
    await announce(notice({ to: '/orders/ireca/7' }));
    shown[0]?.press();
    expect(went).toEqual(['/orders/ireca/7']);
    stop();
  });

  it('says nothing of nothing', async () => {
    await announceAll([], together);
    expect([tones(), shown.length]).toEqual([0, 0]);
  });
});

describe('tones', () => {
  it('of two kinds at once are heard one after the other, the same one not twice', async () => {
    await announce(notice());
    await announce(notice());
    await announce(notice({ kind: 'failed', key: `failed:${made}` }));
    expect(began[0]).toBe(0);
    expect(began).toHaveLength(5);
    expect(began[2]).toBeGreaterThan(began[1] ?? 0);
  });
});

describe('what was kept', () => {
  it('of an older Pult still mutes', () => {
    expect(keptNotices({ on: false })).toMatchObject({ on: false, volume: 'normal' });
  });
  it('is never trusted blindly', () => {
    const odd = keptNotices({ on: 'yes', volume: 11, kinds: { late: { sound: 'no' }, other: {} } });
    expect(odd).toEqual(keptNotices(null));
  });
});
