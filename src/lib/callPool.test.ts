import { expect, it } from 'vitest';
import { createCallPool } from '#src/lib/callPool.ts';

/** Calls that end when they are told to. */
function calls(pool: ReturnType<typeof createCallPool>) {
  const begun: number[] = [];
  const enders = new Map<number, { end: (value: number) => void; fail: (error: Error) => void }>();
  const ask = (n: number, signal?: AbortSignal) =>
    pool.run(() => {
      begun.push(n);
      return new Promise<number>((end, fail) => enders.set(n, { end, fail }));
    }, signal);
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { begun, enders, ask, settled };
}

it('makes a few calls at a time, in the order of asking', async () => {
  const { begun, enders, ask, settled } = calls(createCallPool(2));
  const answers = [1, 2, 3, 4].map((n) => ask(n));
  await settled();
  expect(begun).toEqual([1, 2]);
  enders.get(2)?.end(20);
  await settled();
  expect(begun).toEqual([1, 2, 3]);
  expect(await answers[1]).toBe(20);
  enders.get(1)?.end(10);
  enders.get(3)?.end(30);
  await settled();
  enders.get(4)?.end(40);
  expect(await Promise.all(answers)).toEqual([10, 20, 30, 40]);
});

it('a call that fails makes room for the next one', async () => {
  const { begun, enders, ask, settled } = calls(createCallPool(1));
  const first = ask(1);
  const second = ask(2);
  await settled();
  enders.get(1)?.fail(new Error('refused'));
  await expect(first).rejects.toThrow('refused');
  await settled();
  expect(begun).toEqual([1, 2]);
  enders.get(2)?.end(2);
  expect(await second).toBe(2);
});

it('a call that is given up before its turn is never made', async () => {
  const { begun, enders, ask, settled } = calls(createCallPool(1));
  const giveUp = new AbortController();
  const first = ask(1);
  const second = ask(2, giveUp.signal);
  const third = ask(3);
  await settled();
  giveUp.abort(new Error('nobody looks any more'));
  await expect(second).rejects.toThrow('nobody looks');
  await expect(ask(4, giveUp.signal)).rejects.toThrow('nobody looks');
  enders.get(1)?.end(1);
  expect(await first).toBe(1);
  await settled();
  expect(begun).toEqual([1, 3]);
  enders.get(3)?.end(3);
  expect(await third).toBe(3);
});
