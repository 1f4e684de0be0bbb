/** Words of the rarer deeds: another window, another address, a status, deleting; and of receipts that stand in the way. */
import { enPlural } from '#src/locales/plural.ts';
import type { deeds as ru } from '#src/locales/ru/deeds.ts';

const count = (n: number) => `${n} ${enPlural(n, 'order', 'orders')}`;

const length = (minutes: number): string => {
  const size = Math.abs(minutes);
  return size % 60 === 0 ? `${size / 60} h` : `${size} min`;
};
const shift = (minutes: number) => `${minutes < 0 ? '−' : '+'}${length(minutes)}`;

export const deeds: typeof ru = {
  nothing: 'not given',
  bar: {
    noWindow: 'has no window to move',
    windowReversed: 'its window ends before it begins: set it anew',
  },
  same: {
    window: 'has this window already',
    address: 'has this address already',
    status: 'is in this status already',
  },
  out: 'Will stay as they are',
  menu: {
    readdress: 'Change address…',
    setDelivery: 'Status…',
    delete: (n, of) => (n < of ? `Delete ${n} of ${of}…` : `Delete ${count(n)}…`),
    deleteNone: 'Delete…',
    part: (n, of) => `${n} of ${of}`,
    print: 'Print run sheets',
    printCount: (n) => `${n} ${enPlural(n, 'courier', 'couriers')}`,
    printNone: 'none of the selected has a courier',
  },
  reschedule: {
    title: (n) => `Reschedule: ${count(n)}`,
    way: 'How to reschedule',
    ways: { shift: 'Move', window: 'Set a window' },
    by: 'Move by',
    shift,
    will: (n) => `will be rescheduled ${n}`,
    group: 'New window',
    toPast: 'the new window is over already',
    mixed: 'The selected orders have different windows: the new one will be the same for all.',
    submitShift: (n, minutes) => `Move ${count(n)} by ${shift(minutes)}`,
    submitWindow: (n, window) => `Reschedule ${count(n)} to ${window}`,
    submit: (n) => `Reschedule ${count(n)}`,
    field: {
      required: 'required',
      malformed: 'not a time',
      malformedDay: 'not a date',
      notAfterFrom: 'ends when it begins',
    },
  },
  readdress: {
    title: (n) => `Change address: ${count(n)}`,
    label: 'New delivery address, in one line',
    placeholder: 'Saint Petersburg, Nevsky prospekt, 10, apt. 5',
    one: 'The point on the map becomes unknown unless iRECA finds it by this line.',
    many: (n) =>
      `All ${count(n)} will get one and the same address. The point on the map becomes unknown unless iRECA finds it by this line.`,
    required: 'Enter an address',
    tooLong: 'Too long: 500 characters at most',
    will: (n) => `will change address ${n}`,
    group: 'Will change address',
    was: (address) => `address before: ${address}`,
    submit: (n) => (n === 1 ? 'Change address' : `Change address of ${count(n)}`),
  },
  setDelivery: {
    title: (n) => `Status: ${count(n)}`,
    choice: 'New status in iRECA',
    ofSelected: (n, of) => (n === of ? 'possible for all' : `possible for ${n} of ${of}`),
    courier: 'the courier sets it in their app',
    cancel: 'by “Cancel orders”: it needs a reason',
    none: (why) => `not possible: ${why}`,
    will: (n) => `will change status ${n}`,
    group: 'Will change status',
    final: 'The status cannot be reverted.',
    submit: (n, title) => `“${title}”: ${count(n)}`,
  },
  delete: {
    title: (n) => `Delete from iRECA: ${count(n)}`,
    warning: (n) =>
      n === 1
        ? 'The order will be gone from iRECA for good: its goods, payments and whole history. It cannot be brought back.'
        : `${count(n)} will be gone from iRECA for good: goods, payments and whole history. They cannot be brought back.`,
    instead: 'If an order is just not needed, cancel it: a cancelled one stays in the history.',
    will: (n) => `will be deleted ${n}`,
    group: 'Will be gone for good',
    lost: (sum) => `worth ${sum}`,
    typeNumber: (number) => `To delete, type the number of the order: ${number}`,
    typeCount: (n) => `To delete, type how many orders will be gone: ${n}`,
    notAsAsked: 'This is not what was asked for',
    submit: (n) => `Delete ${count(n)} for good`,
    kassa: 'In Kassa deleting a new order is how it is cancelled.',
  },
  fiscal: {
    label: 'Receipts and payments',
    pending: 'Checking for receipts and payments…',
    skip: 'Do not wait',
    title: (n) =>
      n === 1 ? 'The order has receipts or a payment' : `With receipts or a payment: ${count(n)}`,
    receipt: (number) => `receipt No. ${number} is printed`,
    receiptNoNumber: 'a receipt is printed, iRECA does not tell its number',
    paid: (sum, how) => (how === '' ? `paid ${sum}` : `paid ${sum} (${how})`),
    failed: (numbers) => `Could not be checked: ${numbers}. There may be receipts or a payment.`,
    unchecked: (n) => `Not checked: ${count(n)}. There may be receipts or a payment.`,
    retry: 'Check again',
    cancelAnyway: 'Cancel anyway: I know that a refund is due',
    deleteAnyway: 'Delete anyway: I know that a refund is due',
    cancelUnchecked: 'Cancel anyway, though receipts were not checked',
    deleteUnchecked: 'Delete anyway, though receipts were not checked',
    needed: 'Your confirmation above is needed',
  },
  row: {
    deleted: 'deleted from iRECA',
    window: (window) => `window ${window}`,
    windowWas: (window) => `window before: ${window}`,
    address: (address) => `address: ${address}`,
    addressWas: (address) => `address before: ${address}`,
    windowChanged: 'Its window was moved meanwhile: it is not what was on screen.',
    addressChanged: 'Its address was changed meanwhile: it is not what was on screen.',
    undoWindow: (n) => `Brings the window before back: ${count(n)}`,
  },
};
