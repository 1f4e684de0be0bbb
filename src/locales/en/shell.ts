/** Words of the frame around all screens: rail, header, signing in, ages. */
import { enPlural } from '#src/locales/plural.ts';
import type { Catalogue } from '#src/locales/ru.ts';

export const shell: Catalogue['shell'] = {
  product: 'Pult',
  productTitle: 'Pult, the dispatcher’s desk',
  nav: { label: 'Sections', orders: 'Orders', map: 'Map', collapse: 'Collapse menu', expand: 'Expand menu' },
  skipToContent: 'Skip to content',
  search: { label: 'Search orders', placeholder: 'number, phone, address, name', clear: 'Clear search' },
  palette: {
    open: 'Go to…',
    keys: 'Ctrl K',
    placeholder: 'A page, an action, an order or a courier…',
    nothing: 'Nothing found',
    pages: 'Pages',
    actions: 'Actions',
    orders: 'Orders',
    couriers: 'Couriers',
    courierHint: 'show the courier’s orders',
    newOrder: 'New order',
    importOrders: 'Import orders',
  },
  system: { ireca: 'iRECA', kassa: 'Kassa' },
  age: {
    label: 'Age of the data',
    never: 'not read yet',
    off: 'not connected',
    fresh: (system, time) => `${system}: data as of ${time}`,
    late: (system, time) => `${system}: data is behind, last read at ${time}`,
    down: (system, time, why) => `${system} has been failing since ${time}: ${why}`,
  },
  problem: {
    unreachable: 'no connection',
    timeout: 'no answer in time',
    refused: 'it refuses the request',
    unauthorized: 'it does not accept our access key',
    malformed: 'its answer made no sense',
  },
  zone: {
    label: (zone) => `All times on screen: ${zone}`,
    differs: (own, zone) =>
      `This computer’s time zone (${own}) differs from Pult’s. All times are shown in ${zone}.`,
    dismiss: 'Got it',
  },
  live: {
    on: 'Changes arrive at once',
    off: 'Instant updates are not available: data is renewed every half minute',
  },
  sound: { on: 'Sound is on', off: 'Sound is off', turnOn: 'Turn sound on', turnOff: 'Turn sound off' },
  theme: { toDark: 'Dark theme', toLight: 'Light theme' },
  language: { toEnglish: 'English', toRussian: 'Русский', code: 'EN' },
  user: {
    menu: 'User menu',
    signOut: 'Sign out',
    role: { viewer: 'viewer', dispatcher: 'dispatcher', admin: 'administrator' },
  },
  demo: 'Demo: both systems are simulated',
  newOrders: (n) => `${n} ${enPlural(n, 'new order', 'new orders')}`,
  signIn: {
    title: 'Sign in to Pult',
    lead: 'iRECA and Kassa orders on one screen',
    login: 'Login',
    password: 'Password',
    togglePassword: 'Show or hide the password',
    submit: 'Sign in',
    loginRequired: 'Type your login',
    passwordRequired: 'Type your password',
    wrong: 'The login or password does not match',
    throttled: (seconds) =>
      `Too many attempts. Try again in ${seconds} ${enPlural(seconds, 'second', 'seconds')}`,
    expiredTitle: 'Your session has ended',
    expiredLead: 'Sign in again: everything you selected and typed stays in place.',
  },
  crash: {
    title: 'This screen could not be shown',
    lead: 'This is Pult’s own error. Commands that were sent are not lost: see the action log for how they ended.',
    reload: 'Reload the page',
  },
  notFound: { title: 'There is no such page', back: 'Back to orders' },
  ago: {
    seconds: (n) => `${n} s`,
    minutes: (n) => `${n} min`,
    hours: (h, m) => (m === 0 ? `${h} h` : `${h} h ${String(m).padStart(2, '0')}`),
    days: (n) => `${n} ${enPlural(n, 'day', 'days')}`,
  },
  retry: 'Try again',
  close: 'Close',
};
