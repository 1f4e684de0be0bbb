import { describe, expect, it } from 'vitest';
import { createOrderLocks } from './orderLocks.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('orderLocks', () => {
  it('lets the next in line in only when the order was given back', async () => {
    const locks = createOrderLocks();
    const events: string[] = [];
    const release = await locks.take(['a', 'b']);
    const second = locks.take(['b']).then((give) => {
      events.push('second');
      give('b');
    });
    const third = locks.take(['c']).then(() => events.push('third'));
    await third;
    release('a');
    await turn();
    expect(events).toEqual(['third']);
    release('b');
    await second;
    expect(events).toEqual(['third', 'second']);
  });

  it('cannot be locked up by two who want the same orders in another order', async () => {
    const locks = createOrderLocks();
    const done: string[] = [];
    const work = async (name: string, keys: string[]) => {
      const release = await locks.take(keys);
      await turn();
      keys.forEach(release);
      done.push(name);
    };
    await Promise.all([work('1', ['a', 'b', 'c']), work('2', ['c', 'b', 'a']), work('3', ['b'])]);
    expect(done).toEqual(['1', '2', '3']);
  });
});
