/** Words of sounds, browser notifications and their switches. */
import { enPlural } from '#src/locales/plural.ts';
import type { notices as russian } from '#src/locales/ru/notices.ts';

export const notices: typeof russian = {
  title: 'Notifications',
  lead: 'What is heard and what the browser shows while Pult is open. Kept on this computer, shared by its tabs.',
  events: {
    arrived: (number) => `New order ${number}`,
    arrivedMany: (n) => `${n} new ${enPlural(n, 'order', 'orders')}`,
    late: (number) => `Order ${number} is late`,
    lateMany: (n) => `${n} ${enPlural(n, 'order is', 'orders are')} late`,
    failed: (deed) => `Failed: ${deed}`,
    unconfirmed: (deed) => `Not confirmed: ${deed}`,
    failedMany: (n) => `${n} ${enPlural(n, 'action', 'actions')} failed or not confirmed`,
    window: (from, to) => `window ${from}–${to}`,
    until: (to) => `by ${to}`,
    nobody: 'no courier',
    more: (n) => `and ${n} more`,
  },
  tab: (waiting, product, section) => `${waiting > 0 ? `(${waiting}) ` : ''}${product} · ${section}`,
  table: {
    label: 'What to tell of',
    event: 'Event',
    sound: 'Sound',
    shown: 'Browser notification',
    play: 'Listen',
    show: 'Show a sample',
    playOf: (kind) => `Listen to the sound: ${kind}`,
    showOf: (kind) => `Show a sample notification: ${kind}`,
    soundOf: (kind) => `Sound: ${kind}`,
    shownOf: (kind) => `Browser notification: ${kind}`,
  },
  kinds: {
    new: {
      title: 'New orders',
      lead: 'An order appeared in iRECA or Kassa. Several at once make one notification.',
    },
    late: { title: 'Late orders', lead: 'The window is over and the order is still open.' },
    failed: {
      title: 'Failures',
      lead: 'A system refused or did not confirm your action; a till error of a courier on shift.',
    },
  },
  sample: {
    title: 'This is what a notification looks like',
    body: '24 Pravdy St · window 14:00–15:00 · no courier',
  },
  sound: {
    title: 'Sound',
    master: 'Sound of Pult',
    masterLead: 'The same switch as in the header.',
    off: 'All sound is off: what is ticked will be heard once you turn it on.',
    volume: 'Volume',
    volumes: { quiet: 'Quiet', normal: 'Normal', loud: 'Loud' },
    autoplay:
      'Browsers allow sound only after the first click or key on the page: until then Pult is silent.',
  },
  browser: {
    title: 'Browser notifications',
    when: 'They appear while no tab of Pult is in front of you. They hold the number, the address without the flat and the courier, never names or phones of clients.',
    state: {
      granted: 'The browser allows them',
      default: 'The browser will ask for permission when you turn the first one on',
      denied: 'The browser forbids them',
      unsupported: 'This browser does not show them',
    },
    denied:
      'You or the administrator of this computer have forbidden notifications for this address. Press the icon left of the address bar → “Notifications” → “Allow”, then reload the page.',
    unsupported:
      'Notifications work only when Pult is opened over https (or on this very computer) in a desktop browser. Sounds and the count on the tab always work.',
    notShown: 'The browser did not show the sample: look at notifications in the settings of your system.',
    shownNow: 'The sample was sent. If you do not see it, look at “Do not disturb” in your system.',
  },
  tabTitle: {
    title: 'Count on the tab',
    lead: 'The number in the tab’s title says how much waits for a decision: open orders without a courier or late, and failures that you have not closed yet. A dot on the icon: something new came while you looked elsewhere.',
  },
};
