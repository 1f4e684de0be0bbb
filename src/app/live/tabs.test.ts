/** Tabs of one browser: one leads, its end hands over, a frozen one loses the lead and takes its turn again. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { joinTabs } from './tabs.ts';

type Held = { run: () => Promise<void>; end: (how: 'released' | 'stolen') => void };

/** The browser's locks, as far as they are used here. */
function fakeLocks() {
  const queue: Held[] = [];
  let holder: Held | null = null;
  const grant = () => {
    const next = holder === null ? queue.shift() : undefined;
    if (!next) return;
    holder = next;
    void next.run().then(() => next.end('released'));
  };
  const request = (_name: string, options: LockOptions, run: () => Promise<void>) =>
    new Promise<void>((resolve, reject) => {
      const refuse = () => reject(new DOMException('gone', 'AbortError'));
      const claim: Held = {
        run,
        end(how) {
          if (holder === claim) holder = null;
          if (how === 'released') resolve();
          else refuse();
          queueMicrotask(grant);
        },
      };
      options.signal?.addEventListener('abort', () => {
        const at = queue.indexOf(claim);
        if (at < 0) return;
        queue.splice(at, 1);
        refuse();
      });
      if (options.steal) {
        queue.unshift(claim);
        if (holder) holder.end('stolen');
      } else queue.push(claim);
      queueMicrotask(grant);
    });
  return { request: request as LockManager['request'] };
}

type Word = { from: string };
const left: (() => void)[] = [];
afterEach(() => {
  for (const leave of left.splice(0)) leave();
});

let browsers = 0;
function browser() {
  const locks = fakeLocks();
  const name = `test ${(browsers += 1)}`;
  return (who: string) => {
    const told: string[] = [];
    const heard: string[] = [];
    const tabs = joinTabs<Word>({
      name,
      locks,
      onLed: () => told.push('led'),
      onLost: () => told.push('lost'),
      onWord: ({ from }) => heard.push(from),
    });
    left.push(tabs.leave);
    return { ...tabs, who, told, heard };
  };
}

describe('joinTabs', () => {
  it('makes one tab the leader; when it leaves, the next leads at once', async () => {
    const open = browser();
    const [one, two, three] = [open('one'), open('two'), open('three')];
    await vi.waitFor(() => expect(one.told).toEqual(['led']));
    expect([...two.told, ...three.told]).toEqual([]);
    one.leave();
    await vi.waitFor(() => expect(two.told).toEqual(['led']));
    expect(three.told).toEqual([]);
    expect(one.told).toEqual(['led']);
  });

  it('lets a tab leave while it waits, and nobody misses it', async () => {
    const open = browser();
    const [one, two, three] = [open('one'), open('two'), open('three')];
    await vi.waitFor(() => expect(one.told).toEqual(['led']));
    two.leave();
    one.leave();
    await vi.waitFor(() => expect(three.told).toEqual(['led']));
    expect(two.told).toEqual([]);
  });

  it('carries words to the others', async () => {
    const open = browser();
    const [one, two, three] = [open('one'), open('two'), open('three')];
    one.say({ from: 'one' });
    await vi.waitFor(() => expect([...two.heard, ...three.heard]).toEqual(['one', 'one']));
    expect(one.heard).toEqual([]);
  });

  it('takes the lead from a tab that does not answer; that one hears of it and waits for its turn', async () => {
    const open = browser();
    const [one, two, three] = [open('one'), open('two'), open('three')];
    await vi.waitFor(() => expect(one.told).toEqual(['led']));
    two.steal();
    await vi.waitFor(() => expect(two.told).toEqual(['led']));
    await vi.waitFor(() => expect(one.told).toEqual(['led', 'lost']));
    two.leave();
    await vi.waitFor(() => expect(three.told).toEqual(['led']));
    three.leave();
    await vi.waitFor(() => expect(one.told).toEqual(['led', 'lost', 'led']));
    expect(two.told).toEqual(['led']);
  });

  it('of two that take it at once one leads', async () => {
    const open = browser();
    const [one, two, three] = [open('one'), open('two'), open('three')];
    await vi.waitFor(() => expect(one.told).toEqual(['led']));
    two.steal();
    three.steal();
    await vi.waitFor(() => expect(three.told).toEqual(['led']));
    await vi.waitFor(() => expect(two.told.at(-1)).not.toBe('led'));
  });

  it('leads by itself where the browser refuses locks, and asks once', async () => {
    const request = vi.fn(() => Promise.reject(new DOMException('no', 'SecurityError')));
    const onLed = vi.fn();
    const onLost = vi.fn();
    const locks = { request: request as unknown as LockManager['request'] };
    const alone = joinTabs({ name: 'refused', locks, onLed, onLost, onWord: vi.fn() });
    left.push(alone.leave);
    await vi.waitFor(() => expect(onLed).toHaveBeenCalledOnce());
    expect(request).toHaveBeenCalledOnce();
    expect(onLost).not.toHaveBeenCalled();
  });

  it('leads by itself where tabs cannot speak', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const onLed = vi.fn();
    const alone = joinTabs({
      name: 'mute',
      locks: fakeLocks(),
      onLed,
      onLost: vi.fn(),
      onWord: vi.fn(),
    });
    vi.unstubAllGlobals();
    await vi.waitFor(() => expect(onLed).toHaveBeenCalledOnce());
    alone.leave();
  });

  it('leads by itself where the browser has no locks', async () => {
    const onLed = vi.fn();
    const alone = joinTabs({ name: 'none', locks: undefined, onLed, onLost: vi.fn(), onWord: vi.fn() });
    expect(onLed).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(onLed).toHaveBeenCalledOnce());
    alone.say({});
    alone.leave();
  });
});
