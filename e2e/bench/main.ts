/** `npm run bench [-- name …]`: speed of the built product with 10,000 orders and 500 couriers (the map: 22,500 and 1,000); one JSON line per measurement. */
import { chromium } from '@playwright/test';
import { launchOptions } from '../browser.ts';
import { assignFifty } from './assign.ts';
import { firstLoad } from './firstLoad.ts';
import { hotRead } from './hotRead.ts';
import { lists } from './lists.ts';
import { live } from './live.ts';
import { map } from './map.ts';
import { refreshAfterTen } from './refresh.ts';
import { scrolling } from './scrolling.ts';
import { searching } from './search.ts';
import { shift } from './shift.ts';
import { upstreamCalls } from './upstreamCalls.ts';

/** Each gets a browser; those that need the product start one of their own size. */
const benches = {
  firstLoad,
  search: searching,
  scroll: scrolling,
  refresh: refreshAfterTen,
  upstreamCalls,
  assign: assignFifty,
  hotRead,
  map,
  lists,
  live,
  shift,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`No such measurement: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}

const browser = await chromium.launch(launchOptions());
try {
  for (const [name, bench] of Object.entries(benches)) {
    if (asked.length === 0 || asked.includes(name)) await bench(browser);
  }
} finally {
  await browser.close();
}
