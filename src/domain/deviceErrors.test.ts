/** Errors of tills: read from either device, put in order, sorted out by who has looked and who is on shift. */
import { describe, expect, it } from 'vitest';
import { deviceErrorSchema } from '#src/contracts/ireca/deviceError.ts';
import type { DeviceError } from '#src/domain/deviceErrors.ts';
import { deviceErrorOf, freshErrors, newestErrorsFirst, unseenErrors } from '#src/domain/deviceErrors.ts';

const NOON = Date.UTC(2026, 10, 22, 9);
const MINUTE = 60_000;

const error = (key: string, changes: Partial<DeviceError> = {}): DeviceError => ({
  key,
  device: 'terminal',
  at: NOON,
  noticedAt: null,
  courierId: '3',
  orderId: null,
  errorCode: '51',
  errorText: 'Недостаточно средств',
  amount: null,
  serialNumber: '',
  cardNumber: '',
  paymentSystem: '',
  ...changes,
});
const keys = (errors: readonly DeviceError[]) => errors.map(({ key }) => key);

describe('deviceErrorOf', () => {
  const read = (body: unknown) => deviceErrorOf('ireca:x', deviceErrorSchema.parse(body));

  it('reads an error of a terminal, with its card', () => {
    const body = {
      device: 'terminal',
      noticedAt: NOON,
      error: {
        terminalLogId: 7,
        courierId: '55752',
        orderId: {},
        errorCode: 51,
        errorText: 'Недостаточно средств',
        cardNumber: '****4276',
        paymentSystem: 'MIR',
        serialNumber: 'PAX1',
        amount: '1450.50',
        transactionCreatedAt: '2026-11-22 08:59:00',
      },
    };
    expect(read(body)).toEqual({
      key: 'ireca:x',
      device: 'terminal',
      at: NOON - MINUTE,
      noticedAt: NOON,
      courierId: '55752',
      orderId: null,
      errorCode: '51',
      errorText: 'Недостаточно средств',
      amount: 145_050,
      serialNumber: 'PAX1',
      cardNumber: '****4276',
      paymentSystem: 'MIR',
    });
  });

  it('reads an error of a recorder, which knows of no card', () => {
    const sent = { frId: '9', errorCode: '3807', commandExecutedAt: '2026-11-22 09:00:00' };
    expect(read({ device: 'recorder', noticedAt: null, error: sent })).toMatchObject({
      device: 'recorder',
      at: NOON,
      noticedAt: null,
      courierId: null,
      amount: null,
      cardNumber: '',
      paymentSystem: '',
    });
  });
});

describe('newestErrorsFirst', () => {
  it('goes by the time of the device, else by when Pult saw it; without either an error stands last', () => {
    const errors = [
      error('unknown', { at: null }),
      error('old', { at: NOON - MINUTE }),
      error('noticed', { at: null, noticedAt: NOON - 1000 }),
      error('new'),
    ];
    expect(keys(newestErrorsFirst(errors))).toEqual(['new', 'noticed', 'old', 'unknown']);
  });
});

describe('unseenErrors', () => {
  const errors = [error('a'), error('b', { courierId: '4' }), error('c'), error('d', { courierId: null })];

  it('counts as calling only unseen ones of couriers on shift', () => {
    const { unseen, calling, byCourier } = unseenErrors(errors, new Map([['a', 1]]), new Set(['3']));
    expect(keys(unseen)).toEqual(['b', 'c', 'd']);
    expect(keys(calling)).toEqual(['c']);
    expect([...byCourier].map(([id, of]) => [id, keys(of)])).toEqual([['3', ['c']]]);
  });

  it('takes nobody for absent when shifts cannot be read; an error without a courier calls never', () => {
    expect(keys(unseenErrors(errors, new Map(), 'all').calling)).toEqual(['a', 'b', 'c']);
  });
});

describe('freshErrors', () => {
  const feed = (...errors: DeviceError[]) => new Map(errors.map((one) => [one.key, one]));
  const [a, b] = [error('a'), error('b')];

  it('tells nothing of what stood there at the first look, then each new one once', () => {
    const first = freshErrors(null, feed(a), [a], NOON);
    expect(first.fresh).toEqual([]);
    const second = freshErrors(first.known, feed(a, b), [a, b], NOON + MINUTE);
    expect(keys(second.fresh)).toEqual(['b']);
    expect(freshErrors(second.known, feed(a, b), [a, b], NOON + 2 * MINUTE).fresh).toEqual([]);
  });

  it('repeats nothing after a feed that was empty for a while', () => {
    const first = freshErrors(null, feed(a, b), [], NOON);
    const emptied = freshErrors(first.known, feed(), [], NOON + MINUTE);
    expect(freshErrors(emptied.known, feed(a, b), [a, b], NOON + 2 * MINUTE).fresh).toEqual([]);
  });

  it('waits some minutes for the courier to come on shift, and no longer', () => {
    const { known } = freshErrors(new Map(), feed(a), [], NOON);
    expect(keys(freshErrors(known, feed(a), [a], NOON + 4 * MINUTE).fresh)).toEqual(['a']);
    expect(freshErrors(known, feed(a), [a], NOON + 6 * MINUTE).fresh).toEqual([]);
  });
});
