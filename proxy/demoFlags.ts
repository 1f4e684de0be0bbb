/** Flags of `npm run demo`. No speed among them: a day that runs faster than the browser's clock would look late. */
import { parseArgs } from 'node:util';

export type DemoFlags = { orders: number; couriers: number; goods: number; seed: number; port: number };

const DEFAULTS: DemoFlags = { orders: 220, couriers: 18, goods: 0, seed: 7, port: 8080 };

/** @throws {Error} that names the flag that is unknown or no number. */
export function readDemoFlags(args: string[]): DemoFlags {
  const names = Object.keys(DEFAULTS) as (keyof DemoFlags)[];
  const { values } = parseArgs({
    args,
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
  });
  const flags = { ...DEFAULTS };
  for (const name of names) {
    const text = values[name];
    if (text === undefined) continue;
    const value = Number(text);
    if (!Number.isFinite(value) || value < 0 || text === '') throw new Error(`--${name} must be a number`);
    flags[name] = value;
  }
  return flags;
}
