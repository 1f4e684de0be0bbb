import { expect, it } from 'vitest';
import { readDemoFlags } from './demoFlags.ts';

it('has a middling day by default, and takes another size', () => {
  expect(readDemoFlags([])).toEqual({ orders: 220, couriers: 18, goods: 0, seed: 7, port: 8080 });
  expect(readDemoFlags(['--orders', '10000', '--port=0'])).toMatchObject({
    orders: 10_000,
    port: 0,
    couriers: 18,
  });
});

it.each([[['--orders', 'many']], [['--orders=-1']], [['--orders=']], [['--speed', '10']], [['stray']]])(
  'refuses %j',
  (args) => {
    expect(() => readDemoFlags(args)).toThrow();
  },
);
