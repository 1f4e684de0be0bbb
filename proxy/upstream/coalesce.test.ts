import { describe, expect, it } from 'vitest';
import { manualClock } from '#proxy/manualClock.ts';
import { createCoalesce } from './coalesce.ts';
import { failed, succeeded } from './failure.ts';

function deferred() {
  let give = (_value: string) => {};
  const promise = new Promise<string>((resolve) => (give = resolve));
  return { load: () => promise.then(succeeded), give };
}

describe('coalesce', () => {
  it('shares a call, remembers its answer for a while, and not a failure', async () => {
    const clock = manualClock(0);
    const coalesce = createCoalesce(clock);
    let calls = 0;
    const load = () => Promise.resolve((calls += 1) === 3 ? failed('timeout') : succeeded(calls));
    const get = () => coalesce.get('k', 10_000, load);
    expect(await Promise.all([get(), get()])).toEqual([succeeded(1), succeeded(1)]);
    await clock.advance(9_999);
    expect(await get()).toEqual(succeeded(1));
    await clock.advance(1);
    expect(await get()).toEqual(succeeded(2));
    await clock.advance(10_000);
    expect(await get()).toMatchObject({ ok: false });
    expect(await get()).toEqual(succeeded(4));
  });

  it('shares nothing between keys, and remembers nothing for no time', async () => {
    const coalesce = createCoalesce(manualClock(0));
    let calls = 0;
    const load = () => Promise.resolve(succeeded((calls += 1)));
    await Promise.all([coalesce.get('a', 0, load), coalesce.get('b', 0, load)]);
    await coalesce.get('a', 0, load);
    expect(calls).toBe(3);
  });

  it('gives nothing out that was asked for before a write, not even what was on its way', async () => {
    const coalesce = createCoalesce(manualClock(0));
    const [old, fresh] = [deferred(), deferred()];
    const before = coalesce.get('ireca /orders', 10_000, old.load);
    coalesce.invalidate('ireca /orders');
    const after = coalesce.get('ireca /orders', 10_000, fresh.load);
    fresh.give('new');
    expect(await after).toEqual(succeeded('new'));
    old.give('old');
    expect(await before).toEqual(succeeded('old'));
    expect(await coalesce.get('ireca /orders', 10_000, deferred().load)).toEqual(succeeded('new'));
  });

  it('forgets only what a write touches', async () => {
    const coalesce = createCoalesce(manualClock(0));
    await coalesce.get('ireca /couriers?', 10_000, () => Promise.resolve(succeeded('kept')));
    coalesce.invalidate('ireca /orders');
    expect(await coalesce.get('ireca /couriers?', 10_000, () => Promise.resolve(succeeded('new')))).toEqual(
      succeeded('kept'),
    );
  });

  it('remembers nothing that was read right after a write, which may not be seen yet', async () => {
    const clock = manualClock(0);
    const coalesce = createCoalesce(clock);
    let calls = 0;
    const get = (key: string) => coalesce.get(key, 10_000, () => Promise.resolve(succeeded((calls += 1))));
    await get('goods');
    coalesce.written('goods');
    expect(await get('goods')).toEqual(succeeded(2));
    expect(await get('goods')).toEqual(succeeded(3));
    expect(await get('taxes')).toEqual(succeeded(4));
    expect(await get('taxes')).toEqual(succeeded(4));
    await clock.advance(3_000);
    expect(await get('goods')).toEqual(succeeded(5));
    expect(await get('goods')).toEqual(succeeded(5));
  });
});
