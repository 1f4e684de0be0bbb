/** Words of selecting by area, and of counts of orders on the map. */
import { enPlural } from '#src/locales/plural.ts';
import type { area as russian } from '#src/locales/ru/area.ts';

const orders = (n: number) => `${n} ${enPlural(n, 'order', 'orders')}`;

export const area: typeof russian = {
  title: 'Select orders on the map',
  putDown: 'Stop selecting on the map',
  rectangle: 'By rectangle',
  polygon: 'By polygon',
  inView: 'Everything in view',
  rectangleKeys: 'Shift + drag',
  inViewKeys: 'Ctrl + A on the map',
  modifiers: 'Ctrl adds to the selection, Alt takes away',
  hint: {
    label: 'Selecting orders on the map',
    rectangle: 'Drag a rectangle over the map',
    polygon: 'Click the corners of the area',
    polygonEnd: 'Double click or Enter to finish, Backspace takes a corner back',
    drag: 'Let go to select',
    done: 'Done',
    back: 'Take the last corner back',
    cancel: 'Stop selecting on the map',
    mode: 'What happens to the selection',
  },
  modes: { replace: 'Select', add: 'Add', remove: 'Take away' },
  count: {
    replace: orders,
    add: (n: number) => `+ ${orders(n)}`,
    remove: (n: number) => `− ${orders(n)}`,
  },
  result: {
    replace: (n: number) => `${orders(n)} in the area`,
    add: (n: number) => `Added: ${orders(n)}`,
    remove: (n: number) => `Taken away: ${orders(n)}`,
    nothing: 'No orders in the area, the selection stays',
    givenUp: 'Selecting on the map was given up',
  },
  heap: {
    orders,
    late: (n: number) => `${n} late`,
    risk: (n: number) => `${n} at risk`,
    nearer: 'Click to zoom in',
  },
};
