/** Words of layers, full screen, the legend and the ground. */
import type { mapTools as russian } from '#src/locales/ru/mapTools.ts';

export const mapTools: typeof russian = {
  ground: {
    holes: (n) => `${n} map ${n === 1 ? 'tile' : 'tiles'} did not load`,
    retry: 'Try again',
    asking: 'trying…',
  },
  scale: {
    label: (length) => `Scale: the bar is ${length}`,
    metres: (n) => `${n} m`,
    kilometres: (n) => `${n} km`,
  },
  screen: {
    enter: 'Full screen (F)',
    leave: 'Leave full screen (F or Esc)',
    entered: 'The map is full screen. Esc goes back.',
    left: 'Normal size.',
  },
  layers: {
    title: 'Map layers',
    hidden: (n) => `Map layers: ${n} hidden`,
    couriers: 'Couriers',
    offShift: 'Off shift',
    offShiftNote: 'without orders',
    orders: 'Orders',
    warehouses: 'Warehouses',
    lines: 'Way of the chosen courier',
    linesNote: 'lines to the orders, as the crow flies',
    shiftsUnknown: 'who is on shift is not known',
    restore: 'Show everything',
  },
  legend: {
    orders: 'Orders',
    couriers: 'Couriers',
    ways: 'Way and track',
    selected: 'selected',
    byHand: 'put on the map by hand, only you see it',
    heap: 'so many orders close together; red: late, amber: at risk',
    dot: 'crowded: dots instead of pins, a diamond is late',
    accuracy: 'circle: how exact the chosen courier’s position is',
    quarantined: 'positions set aside: iRECA sent something impossible, the marker does not move',
    line: 'orders of the chosen courier by their windows, as the crow flies',
    track: 'the track and its direction',
    stop: 'a stop of more than 5 minutes, its minutes in the ring',
    change: 'another order; hollow diamond: another status',
    gap: 'a gap: there were no positions',
  },
};
