/** Words of positions that were set aside and the refresh. */
import type { positions as russian } from '#src/locales/ru/positions.ts';
import { enPlural } from '#src/locales/plural.ts';

export const positions: typeof russian = {
  refresh: 'Refresh positions',
  refreshHint: 'Refresh: iRECA gives positions once a minute per courier',
  nothingYet: (inTime) => `iRECA gives positions once a minute: the next ones come in ${inTime}`,
  asked: (n, inTime) => `Asking about ${n} ${enPlural(n, 'courier', 'couriers')}; the rest in ${inTime}`,
  underWay: 'Positions are being refreshed already',
  failed: (why) => `Could not refresh. ${why}`,
  setAside: (n) => `Positions set aside: ${n}`,
  title: 'Positions that are not believed',
  lead: 'Markers stay at the last position that can be believed.',
  none: 'Nothing is set aside any more',
  unknownCourier: (id) => `Courier ${id}`,
  reason: {
    future: (ahead) => `its time is ${ahead} ahead of ours`,
    older: 'came after a newer one',
    notKnown: 'place unknown: iRECA sent zeros or nothing',
    outOfRange: 'there are no such coordinates',
    noTime: 'without a time: no telling when the courier was there',
  },
  said: (when, where) => `iRECA: ${when} · ${where}`,
  noTime: 'no time',
  noPoint: 'no coordinates',
};
