import { describe, expect, it } from 'vitest';
import type { ChangedOrder, OrderGlance, OrderStep } from '#src/contracts/changes.ts';
import { changesSchema } from '#src/contracts/changes.ts';
import type { System } from '#src/contracts/feed.ts';
import type { KeptFile } from '#proxy/keptFile.ts';
import type { ManualClock } from '#proxy/manualClock.ts';
import { manualClock } from '#proxy/manualClock.ts';
import { irecaOrder, kassaOrderJson } from '#proxy/testing/testUpstreams.ts';
import { failed } from '#proxy/upstream/failure.ts';
import { irecaRecord, kassaRecord } from './boardRecord.ts';
import type { ChangeLog } from './changes.ts';
import { createChangeLog } from './changes.ts';
import { writesOf } from './changesWrites.ts';
import { createFeed } from './feed.ts';

const START = Date.UTC(2026, 2, 2, 8);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const POLL = 15_000;
const MARIA = { login: 'maria', name: 'Мария Орлова' };
const OLEG = { login: 'oleg', name: 'Олег Котов' };

/** A file that lives as long as the test. */
function memoryFile(text: string | null = null): KeptFile & { text: string | null; writes: number } {
  const file = {
    text,
    writes: 0,
    read<T>(parse: (json: unknown) => T): T | null {
      try {
        return file.text === null ? null : parse(JSON.parse(file.text));
      } catch {
        return null;
      }
    },
    write(pieces: Iterable<string>) {
      file.text = [...pieces].join('');
      file.writes += 1;
      return Promise.resolve(true);
    },
  };
  return file;
}

type Row = Record<string, unknown>;
const recordOf = (system: System, id: string, fields: Row) =>
  system === 'ireca'
    ? irecaRecord(irecaOrder(id, fields))
    : kassaRecord(JSON.parse(kassaOrderJson(id, fields)));

/** A run of the proxy: a feed and its log, fed by hand. */
function run(
  clock: ManualClock,
  file = memoryFile(),
  secret = 'secret',
  inUse: System[] = ['ireca', 'kassa'],
) {
  const feed = createFeed();
  const log: ChangeLog = createChangeLog({
    clock,
    file,
    secret,
    nameOf: (login) => (login === 'maria' ? 'Мария Новая' : null),
    inUse,
    pollMs: POLL,
  });
  return {
    log,
    file,
    /** The whole list was read: `orders` by id, each with what is particular about it. */
    list(orders: Record<string, Row>, system: System = 'ireca', range: string | null = null) {
      const records = Object.entries(orders).map(([id, fields]) => recordOf(system, id, fields));
      const keys = new Set(records.map(({ key }) => key));
      const moves = feed.commit({ system, read: feed.beginRead(), records, whole: keys });
      log.noticed({ system, askedAt: clock.now(), ...moves, list: { keys, range, everyMs: POLL } });
    },
    /** One order was read by itself; null: it is gone. */
    one(id: string, fields: Row | null, promptly = false, system: System = 'ireca') {
      const moves = feed.commit({
        system,
        read: feed.beginRead(),
        records: fields ? [recordOf(system, id, fields)] : [],
        gone: fields ? [] : [`${system}:${id}`],
      });
      log.noticed({ system, askedAt: clock.now(), ...moves, promptly });
    },
    answer: (since = 0) => changesSchema.parse(log.answer(since)),
    steps: (key: string, since = 0) =>
      log.answer(since).orders.find((order) => order.key === key)?.steps ?? [],
  };
}

const glance = (fields: Partial<OrderGlance> = {}): OrderGlance => ({
  status: '6',
  courierId: null,
  courierLogin: null,
  windowFrom: Date.UTC(2026, 2, 2, 9),
  windowTo: Date.UTC(2026, 2, 2, 10),
  ...fields,
});
const none = {};

describe('the log of changes', () => {
  it('knows nothing at first, and the first look is where it begins', async () => {
    const clock = manualClock(START);
    const { list, answer } = run(clock);
    expect(answer()).toEqual({ since: 0, now: START, knownFrom: null, blind: [], orders: [] });
    await clock.advance(MINUTE);
    list({ 1: none, 2: none });
    expect(answer()).toMatchObject({ knownFrom: START + MINUTE, orders: [] });
  });

  it('notes what changed, when, and since when it may have been so', async () => {
    const clock = manualClock(START);
    const { list, answer } = run(clock);
    list({ 1: none, 2: none });
    await clock.advance(POLL);
    list({ 1: { deliveryStatusId: 7, courierId: 100 }, 2: none });
    expect(answer().orders).toEqual<ChangedOrder[]>([
      {
        key: 'ireca:1',
        system: 'ireca',
        id: '1',
        number: 'G-1',
        steps: [
          {
            at: START + POLL,
            after: START,
            was: glance(),
            is: glance({ status: '7', courierId: '100' }),
            by: null,
          },
        ],
      },
    ]);
  });

  it('notes each step of an order, oldest first, and gives only those after the time asked for', async () => {
    const clock = manualClock(START);
    const { list, steps, answer } = run(clock);
    list({ 1: none });
    const noticed: number[] = [];
    for (const status of [7, 9, 10]) {
      await clock.advance(POLL);
      list({ 1: { deliveryStatusId: status } });
      noticed.push(clock.now());
    }
    expect(steps('ireca:1').map(({ is }) => is?.status)).toEqual(['7', '9', '10']);
    expect(steps('ireca:1').map(({ at }) => at)).toEqual(noticed);
    expect(steps('ireca:1', noticed[0]).map(({ is }) => is?.status)).toEqual(['9', '10']);
    expect(answer(noticed[2]).orders).toEqual([]);
  });

  it('notes an order that came and one that its system has no more', async () => {
    const clock = manualClock(START);
    const { list, steps, answer } = run(clock);
    list({ 1: none, 2: none });
    await clock.advance(POLL);
    list({ 1: none, 3: { courierId: '7' } });
    expect(steps('ireca:3')).toMatchObject([{ after: START, was: null, is: glance({ courierId: '7' }) }]);
    expect(steps('ireca:2')).toMatchObject([{ after: START, was: glance(), is: null }]);
    expect(answer().orders.find(({ id }) => id === '2')?.number).toBe('G-2');
    await clock.advance(POLL);
    list({ 1: none, 2: none, 3: { courierId: '7' } });
    expect(steps('ireca:2').map(({ is }) => is === null)).toEqual([true, false]);
  });

  it('notes that something else of an order changed as a step with the same on both sides', async () => {
    const clock = manualClock(START);
    const { list, steps } = run(clock);
    list({ 1: none });
    await clock.advance(POLL);
    list({ 1: { description: 'Код домофона 12' } });
    expect(steps('ireca:1')).toMatchObject([{ at: START + POLL, was: glance(), is: glance() }]);
  });

  it('does not take another way of writing the same for a change', async () => {
    const clock = manualClock(START);
    const { list, one, answer } = run(clock);
    list({ 1: { amountToPay: '679.50', courierId: '100', isRefund: 0 } });
    await clock.advance(POLL);
    one('1', { amountToPay: 679.5, courierId: 100, isRefund: false }, true);
    expect(answer().orders).toEqual([]);
  });

  it('does not take the list’s spelling of what was done here for an edit by somebody else', async () => {
    const clock = manualClock(START);
    const { log, list, one, steps } = run(clock);
    const listed = { orderId: '1', returnReasonId: {}, isRefund: '0', amountToPay: '679.50', goods: [] };
    const single = { orderId: 1, returnReasonId: null, isRefund: false, amountToPay: 679.5, goods: null };
    list({ 1: { ...listed, courierId: '100' } });
    await clock.advance(1_000);
    one('1', { ...single, courierId: 100 });
    const deed = log.begin(['ireca:1'], MARIA);
    one('1', { ...single, courierId: '' });
    deed.end();
    for (const courierId of [{}, null, '']) {
      await clock.advance(POLL);
      list({ 1: { ...listed, courierId } });
    }
    expect(steps('ireca:1')).toMatchObject([{ is: { courierId: null }, by: MARIA }]);
  });

  it('takes several such steps within a few minutes for one', async () => {
    const clock = manualClock(START);
    const { list, steps } = run(clock);
    list({ 1: none });
    for (const comment of ['а', 'б', 'в']) {
      await clock.advance(MINUTE);
      list({ 1: { description: comment } });
    }
    expect(steps('ireca:1')).toMatchObject([{ at: START + 3 * MINUTE, after: START }]);
    // Who has been told of it up to the second one is told of the third.
    expect(steps('ireca:1', START + 2 * MINUTE)).toHaveLength(1);
    expect(steps('ireca:1', START + 3 * MINUTE)).toEqual([]);
    for (let minute = 4; minute <= 12; minute += 1) {
      await clock.advance(MINUTE);
      list({ 1: { description: `${minute}` } });
    }
    // Nobody can put off being told for ever by changing on and on.
    expect(steps('ireca:1').length).toBe(3);
  });

  it('does not take such a step for one with somebody else’s, nor with a real change', async () => {
    const clock = manualClock(START);
    const { log, list, one, steps } = run(clock);
    list({ 1: none });
    await clock.advance(POLL);
    list({ 1: { description: 'а' } });
    const deed = log.begin(['ireca:1'], MARIA);
    one('1', { description: 'б' });
    deed.end();
    await clock.advance(POLL);
    list({ 1: { description: 'б', deliveryStatusId: 7 } });
    await clock.advance(POLL);
    list({ 1: { description: 'в', deliveryStatusId: 7 } });
    expect(steps('ireca:1').map(({ by, is }) => by?.login ?? is?.status)).toEqual(['6', 'maria', '7', '7']);
  });

  it('gives what was noticed in the very moment of an answer to whoever asks on from it', () => {
    const clock = manualClock(START);
    const { list, answer } = run(clock);
    list({ 1: none });
    const { now } = answer();
    list({ 1: { deliveryStatusId: 7 } });
    const next = answer(now);
    expect(next.orders).toHaveLength(1);
    expect(answer(next.now).orders).toEqual([]);
  });

  it('keeps its order when the clock is set back', async () => {
    const clock = manualClock(START);
    let back = 0;
    const { list, answer } = run({ ...clock, now: () => clock.now() - back });
    list({ 1: none });
    await clock.advance(MINUTE);
    list({ 1: { deliveryStatusId: 7 } });
    const { now } = answer();
    back = 10 * MINUTE;
    list({ 1: { deliveryStatusId: 9 } });
    expect(answer(now).orders[0]?.steps.map(({ is }) => is?.status)).toEqual(['9']);
    expect(answer(0).orders[0]?.steps.map(({ is }) => is?.status)).toEqual(['7', '9']);
  });

  it('notes orders of Kassa by their words, and never confuses the two systems', async () => {
    const clock = manualClock(START);
    const { list, answer } = run(clock);
    list({ 21: none }, 'ireca');
    list({ 21: none }, 'kassa');
    await clock.advance(POLL);
    list({ 21: { currentStatusType: 'DISTRIBUTED', responsiblePersonLogin: '79110000001' } }, 'kassa');
    list({}, 'ireca');
    const windowTo = Date.UTC(2026, 2, 2, 11);
    const nobody = { courierId: null, courierLogin: null, windowFrom: null, windowTo };
    expect(answer().orders).toMatchObject([
      {
        key: 'kassa:21',
        number: 'BFt-21',
        steps: [
          {
            was: { ...nobody, status: 'ACCEPTED' },
            is: { ...nobody, status: 'DISTRIBUTED', courierLogin: '79110000001' },
          },
        ],
      },
      { key: 'ireca:21', steps: [{ is: null }] },
    ]);
  });

  it('does not call an order new or gone because the days that Kassa is asked for moved on', async () => {
    const clock = manualClock(START);
    const { list, answer } = run(clock);
    const created = START - HOUR;
    list({ 21: { created }, 22: { created } }, 'kassa', 'monday');
    await clock.advance(POLL);
    list({ 22: { created }, 23: { created }, 24: { created: START + 1_000 } }, 'kassa', 'tuesday');
    expect(answer().orders.map(({ id }) => id)).toEqual(['24']);
    await clock.advance(POLL);
    list({ 22: { created }, 24: { created: START + 1_000 } }, 'kassa', 'tuesday');
    expect(answer().orders.map(({ id }) => id)).toEqual(['24', '23']);
  });

  it('says nothing of an order that cannot be read, and goes on from where it could', async () => {
    const clock = manualClock(START);
    const { list, answer, steps } = run(clock);
    const broken = { deliveryStatusId: { strange: true } };
    list({ 1: none, 2: broken });
    await clock.advance(POLL);
    list({ 1: broken, 2: none });
    expect(answer().orders).toEqual([]);
    await clock.advance(POLL);
    list({ 1: { deliveryStatusId: 7 }, 2: none });
    expect(steps('ireca:1')).toMatchObject([{ was: glance(), is: glance({ status: '7' }) }]);
    expect(answer().orders).toHaveLength(1);
  });
});

describe('when it was', () => {
  it('is after the last reading: of the list, or of the order by itself', async () => {
    const clock = manualClock(START);
    const { list, one, steps } = run(clock);
    list({ 1: none, 2: none });
    await clock.advance(5_000);
    one('1', { description: 'x' });
    await clock.advance(5_000);
    list({ 1: { deliveryStatusId: 7 }, 2: { deliveryStatusId: 7 } });
    expect(steps('ireca:1').at(-1)).toMatchObject({ at: START + 10_000, after: START + 5_000 });
    expect(steps('ireca:2').at(-1)).toMatchObject({ at: START + 10_000, after: START });
    await clock.advance(5_000);
    list({ 1: { deliveryStatusId: 9 }, 2: { deliveryStatusId: 7 } });
    expect(steps('ireca:1').at(-1)).toMatchObject({ after: START + 10_000 });
  });

  it('is known at once when a callback said so, or when it was done here', async () => {
    const clock = manualClock(START);
    const { log, list, one, steps } = run(clock);
    list({ 1: none, 2: none });
    await clock.advance(5_000);
    one('1', { deliveryStatusId: 7 }, true);
    const deed = log.begin(['ireca:2'], MARIA);
    one('2', { courierId: '100' });
    deed.end();
    expect(steps('ireca:1')).toMatchObject([{ at: START + 5_000, after: null, by: null }]);
    expect(steps('ireca:2')).toMatchObject([{ at: START + 5_000, after: null, by: MARIA }]);
  });

  it('is not known from a callback alone when nobody had looked for long before', async () => {
    const clock = manualClock(START);
    const { list, one, steps } = run(clock);
    list({ 1: none, 2: none, 3: none });
    await clock.advance(3 * POLL);
    one('1', { deliveryStatusId: 7 }, true);
    expect(steps('ireca:1')).toMatchObject([{ after: null }]);
    await clock.advance(1);
    one('2', { deliveryStatusId: 7 }, true);
    one('4', none, true);
    one('3', null, true);
    for (const key of ['ireca:2', 'ireca:4', 'ireca:3']) {
      expect(steps(key)).toMatchObject([{ at: START + 3 * POLL + 1, after: START }]);
    }
    // The next callback follows a reading of that order, however old the list is.
    await clock.advance(5_000);
    one('2', { deliveryStatusId: 9 }, true);
    expect(steps('ireca:2').at(-1)).toMatchObject({ after: null, is: { status: '9' } });
  });
});

describe('who did it', () => {
  it('is whoever wrote the order, also when a poll saw it before the read-back', async () => {
    const clock = manualClock(START);
    const { log, list, one, steps } = run(clock);
    list({ 1: none });
    const deed = log.begin(['ireca:1'], MARIA);
    await clock.advance(1_000);
    list({ 1: { courierId: '100' } });
    one('1', { courierId: '100' });
    deed.end();
    expect(steps('ireca:1')).toMatchObject([{ by: MARIA, after: null }]);
  });

  it('is nobody here when it was seen before the write began, or after it was read back', async () => {
    const clock = manualClock(START);
    const { log, list, one, steps } = run(clock);
    list({ 1: none });
    one('1', { description: 'сделал курьер' });
    const deed = log.begin(['ireca:1'], MARIA);
    one('1', { description: 'сделал курьер', courierId: '100' });
    deed.end();
    await clock.advance(1_000);
    list({ 1: { description: 'сделал курьер', courierId: '100', deliveryStatusId: 7 } });
    expect(steps('ireca:1').map(({ by }) => by?.login ?? null)).toEqual([null, 'maria', null]);
  });

  it('is known for ten seconds after a write that could not be read back', async () => {
    const clock = manualClock(START);
    const { log, list, steps } = run(clock);
    list({ 1: none, 2: none });
    const deed = log.begin(['ireca:1', 'ireca:2'], MARIA);
    deed.end();
    await clock.advance(10_000);
    list({ 1: { courierId: '100' }, 2: none });
    await clock.advance(1);
    list({ 1: { courierId: '100', deliveryStatusId: 7 }, 2: { courierId: '100' } });
    expect(steps('ireca:1').map(({ by }) => by?.login ?? null)).toEqual(['maria', null]);
    expect(steps('ireca:2').map(({ by }) => by?.login ?? null)).toEqual([null]);
  });

  it('is nobody here after a write that surely did not reach the upstream', async () => {
    const clock = manualClock(START);
    const { log, list, steps } = run(clock);
    list({ 1: none, 2: none });
    log.begin(['ireca:1'], MARIA).end({ written: failed('unreachable', { sent: false }) });
    log.begin(['ireca:2'], MARIA).end({ written: failed('timeout') });
    list({ 1: { courierId: '100' }, 2: { courierId: '100' } });
    expect(steps('ireca:1')).toMatchObject([{ by: null }]);
    expect(steps('ireca:2')).toMatchObject([{ by: MARIA }]);
  });

  it('is whoever edited very many orders at once; others that change with them quote something', () => {
    const clock = manualClock(START);
    const { log, list, answer } = run(clock);
    const ids = Array.from({ length: 100 }, (_, id) => id + 1);
    const all = (fields: Row) => Object.fromEntries(ids.map((id) => [id, fields]));
    const mine = ids.slice(0, 30).map((id) => `ireca:${id}`);
    list(all(none));
    log.begin(mine, MARIA).end({ byList: true });
    list(all({ description: 'правка или переименование' }));
    const { orders } = answer();
    expect(orders.map(({ key }) => key)).toEqual(mine);
    for (const { steps } of orders) expect(steps).toMatchObject([{ by: MARIA }]);
  });

  it('is the one whose write came last, when two write one after the other', async () => {
    const clock = manualClock(START);
    const { log, list, one, steps } = run(clock);
    list({ 1: none });
    const first = log.begin(['ireca:1'], MARIA);
    first.end();
    const second = log.begin(['ireca:1'], OLEG);
    await clock.advance(1_000);
    one('1', { courierId: '100' });
    second.end();
    expect(steps('ireca:1')).toMatchObject([{ by: OLEG }]);
  });

  it('is whoever made a new order, though a poll saw it before its id was known here', async () => {
    const clock = manualClock(START);
    const { log, list, one, steps, answer } = run(clock);
    list({ 21: none }, 'kassa');
    await clock.advance(1_000);
    const deed = log.begin([], MARIA);
    await clock.advance(1_000);
    list({ 21: none, 22: none }, 'kassa');
    const { now } = answer();
    deed.add('kassa:22');
    one('22', none, false, 'kassa');
    deed.end();
    expect(steps('kassa:22')).toMatchObject([{ was: null, by: MARIA, after: null }]);
    expect(answer(now).orders.map(({ id }) => id)).toEqual(['22']);
    // An order that was there before the write is not theirs.
    const other = log.begin([], OLEG);
    other.add('kassa:22');
    other.end();
    expect(steps('kassa:22')).toMatchObject([{ by: MARIA }]);
  });
});

describe('who did what, when one look shows two things', () => {
  const told = (steps: OrderStep[]) =>
    steps.map(({ was, is, by }) => [
      was?.status,
      was?.courierId,
      is?.status,
      is?.courierId,
      by?.login ?? null,
    ]);

  it('is the dispatcher for what the command writes, and somebody else for the rest', () => {
    const clock = manualClock(START);
    const { log, list, one, steps } = run(clock);
    list({ 1: none });
    const deed = log.begin(['ireca:1'], MARIA, writesOf({ type: 'assign', courierId: '100' }));
    one('1', { courierId: '100', deliveryStatusId: 7 });
    deed.end();
    expect(told(steps('ireca:1'))).toEqual([
      ['6', null, '6', '100', 'maria'],
      ['6', '100', '7', '100', null],
    ]);
    expect(steps('ireca:1')).toMatchObject([{ after: null }, { after: START }]);
  });

  it('is not the dispatcher for what the command does not write; their own is still known when it comes', async () => {
    const clock = manualClock(START);
    const { log, list, steps } = run(clock);
    list({ 1: { courierId: '100' }, 2: none, 3: none });
    log.begin(['ireca:1'], MARIA, writesOf({ type: 'cancel', reasonId: '4', comment: null })).end();
    log.begin(['ireca:2'], MARIA, writesOf({ type: 'assign', courierId: '100' })).end();
    log.begin(['ireca:3'], MARIA, writesOf({ type: 'reschedule' })).end();
    await clock.advance(5_000);
    list({
      1: { courierId: '100', deliveryStatusId: 9 },
      2: { courierId: '200' },
      3: { deliveryTimeTo: '2026-03-02 11:00:00' },
    });
    await clock.advance(5_000);
    list({
      1: { courierId: '100', deliveryStatusId: 11 },
      2: { courierId: '100' },
      3: { deliveryTimeTo: '2026-03-02 11:00:00', deliveryStatusId: 7 },
    });
    expect(steps('ireca:1').map(({ by }) => by?.login ?? null)).toEqual([null, 'maria']);
    expect(steps('ireca:2').map(({ by }) => by?.login ?? null)).toEqual([null, 'maria']);
    expect(steps('ireca:3').map(({ by }) => by?.login ?? null)).toEqual(['maria', null]);
  });

  it('is the dispatcher for a status that Kassa changes with the courier, not for one that the till sets', () => {
    const clock = manualClock(START);
    const { log, list, one, steps } = run(clock);
    const free = { currentStatusType: 'ACCEPTED', responsiblePersonLogin: 'shop' };
    const given = { currentStatusType: 'DISTRIBUTED', responsiblePersonLogin: '79123456789' };
    list({ 21: free, 22: free }, 'kassa');
    const deed = log.begin(['kassa:21', 'kassa:22'], MARIA, writesOf({ type: 'assign', courierId: '100' }));
    one('21', given, false, 'kassa');
    one('22', { ...given, currentStatusType: 'ISSUED' }, false, 'kassa');
    deed.end();
    expect(steps('kassa:21')).toMatchObject([{ is: { status: 'DISTRIBUTED' }, by: MARIA }]);
    expect(steps('kassa:22')).toMatchObject([
      { is: { status: 'ACCEPTED', courierLogin: '79123456789' }, by: MARIA },
      { is: { status: 'ISSUED' }, by: null },
    ]);
  });

  it('is the dispatcher for what no column shows, once when that is all they write', () => {
    const clock = manualClock(START);
    const { log, list, one, steps } = run(clock);
    list({ 1: none, 2: none });
    const address = log.begin(['ireca:1'], MARIA, writesOf({ type: 'readdress', addressTo: 'Невский, 10' }));
    one('1', { addressTo: 'Невский, 10' });
    address.end();
    const cancel = log.begin(['ireca:2'], MARIA, writesOf({ type: 'cancel', reasonId: '4', comment: null }));
    one('2', { returnReasonId: 4 });
    one('2', { returnReasonId: 4, deliveryStatusId: 11 });
    cancel.end();
    list({ 1: { addressTo: 'Невский, 12' }, 2: { returnReasonId: 4, deliveryStatusId: 11 } });
    expect(steps('ireca:1').map(({ by }) => by?.login ?? null)).toEqual(['maria', null]);
    expect(steps('ireca:2').map(({ by }) => by?.login ?? null)).toEqual(['maria', 'maria']);
  });

  it('is the dispatcher for an order that is gone only when they deleted it', () => {
    const clock = manualClock(START);
    const { log, list, one, steps } = run(clock);
    list({ 1: none, 2: none });
    const deleted = log.begin(['ireca:1'], MARIA, writesOf({ type: 'delete' }));
    const assigned = log.begin(['ireca:2'], MARIA, writesOf({ type: 'unassign' }));
    one('1', null);
    one('2', null);
    deleted.end();
    assigned.end();
    expect(steps('ireca:1')).toMatchObject([{ is: null, by: MARIA }]);
    expect(steps('ireca:2')).toMatchObject([{ is: null, by: null }]);
  });
});

describe('where it is blind', () => {
  it('is every time longer than three polls without a reading, also the one that lasts', async () => {
    const clock = manualClock(START);
    const { list, answer } = run(clock, memoryFile(), 'secret', ['ireca']);
    list({ 1: none });
    await clock.advance(3 * POLL);
    expect(answer().blind).toEqual([]);
    list({ 1: none });
    await clock.advance(3 * POLL + 1);
    const from = START + 3 * POLL;
    expect(answer().blind).toEqual([{ system: 'ireca', from, to: clock.now() }]);
    await clock.advance(HOUR);
    list({ 1: { deliveryStatusId: 7 } });
    expect(answer().blind).toEqual([{ system: 'ireca', from, to: clock.now() }]);
    expect(answer(clock.now()).blind).toEqual([]);
  });

  it('is a system that was read later than the other', async () => {
    const clock = manualClock(START);
    const { list, answer } = run(clock);
    list({ 1: none });
    for (let poll = 0; poll < 4; poll += 1) {
      await clock.advance(POLL);
      list({ 1: none });
    }
    // It could not be read until now.
    const until = START + 4 * POLL;
    expect(answer()).toMatchObject({ blind: [{ system: 'kassa', from: START, to: until }] });
    list({ 21: none }, 'kassa');
    expect(answer()).toMatchObject({
      knownFrom: START,
      blind: [{ system: 'kassa', from: START, to: until }],
    });
    const alone = run(clock, memoryFile(), 'secret', ['ireca']);
    alone.list({ 1: none });
    await clock.advance(POLL);
    alone.list({ 1: none });
    expect(alone.answer().blind).toEqual([]);
  });
});

describe('how long it is kept', () => {
  it('is two days: what is older is forgotten, and said to be', async () => {
    const clock = manualClock(START);
    const { list, answer, steps } = run(clock);
    list({ 1: none });
    for (let hour = 1; hour <= 60; hour += 1) {
      await clock.advance(HOUR);
      list({ 1: { deliveryStatusId: hour } });
      // Nothing of the last two days is missing at any time.
      const kept = steps('ireca:1', clock.now() - 48 * HOUR);
      expect(kept).toHaveLength(Math.min(hour, 48));
    }
    const { knownFrom, blind } = answer();
    const oldest = steps('ireca:1')[0]?.at ?? 0;
    expect(oldest).toBeGreaterThanOrEqual(clock.now() - 49 * HOUR);
    expect(knownFrom).toBe(oldest - HOUR);
    expect(Math.min(...blind.map(({ to }) => to))).toBeGreaterThanOrEqual(clock.now() - 48 * HOUR);
  });
});

describe('over a restart', () => {
  it('what happened meanwhile is noticed with the first reading', async () => {
    const clock = manualClock(START);
    const first = run(clock, memoryFile(), 'secret', ['ireca']);
    first.list({ 1: none, 2: none, 3: none, 4: none });
    await first.log.stop();
    await clock.advance(HOUR);
    const second = run(clock, first.file, 'secret', ['ireca']);
    second.list({ 1: none, 2: { deliveryStatusId: 7 }, 3: { description: 'x' }, 5: none });
    const changed = second
      .answer()
      .orders.map(({ id, steps: [step] }) => [id, step?.was?.status, step?.is?.status]);
    expect(changed.sort()).toEqual([
      ['2', '6', '7'],
      ['3', '6', '6'],
      ['4', '6', undefined],
      ['5', undefined, '6'],
    ]);
    expect(second.steps('ireca:2')).toMatchObject([{ at: START + HOUR, after: START }]);
    expect(second.answer()).toMatchObject({
      knownFrom: START,
      blind: [{ system: 'ireca', from: START, to: START + HOUR }],
    });
  });

  it('nothing is noticed twice, and what was noticed is still there with whose it was', async () => {
    const clock = manualClock(START);
    const first = run(clock);
    first.list({ 1: none, 2: none });
    first.list({ 21: none }, 'kassa');
    const deed = first.log.begin(['ireca:1', 'kassa:21'], MARIA);
    await clock.advance(1_000);
    first.one('1', { courierId: '100' });
    const given = { currentStatusType: 'DISTRIBUTED', responsiblePersonLogin: '79110000001' };
    first.one('21', given, false, 'kassa');
    deed.end();
    const before = first.answer().orders;
    await first.log.stop();
    await clock.advance(1_000);
    const second = run(clock, first.file);
    second.list({ 1: { courierId: '100' }, 2: none });
    second.list({ 21: given }, 'kassa');
    const now = { login: 'maria', name: 'Мария Новая' };
    expect(second.answer().orders).toEqual(
      before.map((order) => ({ ...order, steps: order.steps.map((step) => ({ ...step, by: now })) })),
    );
  });

  it('what is too old to be kept is forgotten, and said to be', async () => {
    const clock = manualClock(START);
    const first = run(clock);
    first.list({ 1: none });
    await clock.advance(HOUR);
    first.list({ 1: { deliveryStatusId: 7 } });
    await first.log.stop();
    expect(run(clock, first.file).answer()).toMatchObject({ knownFrom: START, orders: [{ id: '1' }] });
    await clock.advance(49 * HOUR);
    expect(run(clock, first.file).answer()).toMatchObject({ knownFrom: START + HOUR, orders: [] });
  });

  it('an order that is read by itself before the list is compared too, once', async () => {
    const clock = manualClock(START);
    const first = run(clock);
    first.list({ 1: none, 2: none });
    await first.log.stop();
    await clock.advance(MINUTE);
    const second = run(clock, first.file);
    second.one('1', { deliveryStatusId: 7 });
    second.one('2', null);
    second.list({ 1: { deliveryStatusId: 7 } });
    expect(second.answer().orders.map(({ id, steps }) => [id, steps.length])).toEqual([
      ['1', 1],
      ['2', 1],
    ]);
  });

  it('the file holds order numbers and logins, but no name, address or phone', async () => {
    const clock = manualClock(START);
    const { log, list, one, file } = run(clock);
    list({ 1: none });
    list({ 21: none }, 'kassa');
    const deed = log.begin(['kassa:21', 'ireca:1'], MARIA);
    one('1', { description: 'Позвонить Ивану' });
    one('21', { currentStatusType: 'DISTRIBUTED', responsiblePersonLogin: '79110000001' }, false, 'kassa');
    deed.end();
    await log.stop();
    for (const word of ['G-1', 'BFt-21', 'maria', 'DISTRIBUTED']) expect(file.text).toContain(word);
    const hidden = ['Мария', 'Орлова', 'Секретов', 'Алексей', 'правды', 'Невский', 'Ивану'];
    for (const word of [...hidden, '79110000001', '9110000001', '79123456789', '79999999999']) {
      expect(file.text, word).not.toContain(word);
    }
  });

  it('a courier’s login of Kassa is known again as soon as it is read, and never shown as anything else', async () => {
    const clock = manualClock(START);
    const first = run(clock);
    const given = (login: string) => ({ currentStatusType: 'DISTRIBUTED', responsiblePersonLogin: login });
    first.list({ 21: given('79110000001'), 22: given('79110000002') }, 'kassa');
    await clock.advance(POLL);
    first.list({ 21: given('79110000002'), 22: given('79110000002') }, 'kassa');
    await first.log.stop();
    const second = run(clock, first.file);
    second.list({ 21: given('79110000002'), 22: given('79110000002') }, 'kassa');
    expect(second.steps('kassa:21')).toMatchObject([
      { was: { courierLogin: null }, is: { courierLogin: '79110000002' } },
    ]);
    await second.log.stop();
    // With another secret nothing can be told of logins and bodies: no change is made of that.
    const third = run(clock, first.file, 'another secret');
    third.list({ 21: given('79110000002'), 22: { ...given('79110000003'), comment: 'x' } }, 'kassa');
    expect(third.answer().orders.map(({ id }) => id)).toEqual(['21']);
    expect(JSON.stringify(third.answer())).not.toMatch(/[#?]/);
  });

  it('a new version of Pult that reads orders otherwise does not make a change of each', async () => {
    const clock = manualClock(START);
    const first = run(clock);
    const many = (fields: (id: number) => Row) =>
      Object.fromEntries(Array.from({ length: 50 }, (_, id) => [id + 1, fields(id + 1)]));
    first.list(many(() => none));
    await first.log.stop();
    await clock.advance(MINUTE);
    const second = run(clock, first.file);
    second.list(many((id) => ({ phone: 'read otherwise', ...(id === 7 && { deliveryStatusId: 9 }) })));
    expect(second.answer().orders.map(({ id }) => id)).toEqual(['7']);
    await clock.advance(POLL);
    const some = (id: number) => (id <= 20 ? { phone: `${id}` } : { phone: 'read otherwise' });
    second.list(many((id) => ({ ...some(id), ...(id === 7 && { deliveryStatusId: 9 }) })));
    expect(second.answer().orders).toHaveLength(20);
  });

  it.each([
    ['cut off', '{"format":1,"systems":{'],
    ['of another format', '{"format":9}'],
    ['a list', '[]'],
    ['without its systems', '{"format":1,"key":"x","systems":{},"steps":[[1]]}'],
  ])('a file that is %s is begun anew', async (_, text) => {
    const clock = manualClock(START);
    const { list, answer, steps } = run(clock, memoryFile(text));
    list({ 1: none });
    expect(answer()).toMatchObject({ knownFrom: START, orders: [] });
    await clock.advance(POLL);
    list({ 1: { deliveryStatusId: 7 } });
    expect(steps('ireca:1')).toHaveLength(1);
  });

  it('an order with a very long number costs nothing of what is kept', async () => {
    const clock = manualClock(START);
    const first = run(clock);
    const long = { codeAlias: 'G'.repeat(500) };
    first.list({ 1: none, 2: long });
    await clock.advance(POLL);
    first.list({ 1: { deliveryStatusId: 7 }, 2: { ...long, deliveryStatusId: 7 } });
    const before = first.answer().orders;
    await first.log.stop();
    const second = run(clock, first.file);
    second.list({ 1: { deliveryStatusId: 7 }, 2: { ...long, deliveryStatusId: 7 } });
    expect(second.answer()).toMatchObject({ knownFrom: START, orders: before });
  });

  it('a row that cannot be read is left out, and nothing is said of its order that is not known', async () => {
    const clock = manualClock(START);
    const first = run(clock);
    first.list({ 1: none, 2: none, 3: none });
    await clock.advance(POLL);
    first.list({ 1: { deliveryStatusId: 7 }, 2: { deliveryStatusId: 7 }, 3: none });
    await first.log.stop();
    const text = JSON.parse(first.file.text ?? '') as { orders: unknown[][]; steps: unknown[][] };
    text.orders = text.orders.map((row) => (row[0] === 'ireca:2' ? ['ireca:2', 5, ['7'], {}] : row));
    text.orders.push([null], 5 as never);
    text.steps = text.steps.map((row) => (row[0] === 'ireca:2' ? ['ireca:2', 'G-2', 'noon'] : row));
    await clock.advance(POLL);
    const second = run(clock, memoryFile(JSON.stringify(text)));
    second.list({ 1: { deliveryStatusId: 7 }, 2: { deliveryStatusId: 9 }, 3: { deliveryStatusId: 9 } });
    expect(second.answer().knownFrom).toBe(START);
    expect(second.answer().orders.map(({ key }) => key)).toEqual(['ireca:1', 'ireca:3']);
    await clock.advance(POLL);
    second.list({ 1: { deliveryStatusId: 7 }, 2: { deliveryStatusId: 10 }, 3: { deliveryStatusId: 9 } });
    expect(second.steps('ireca:2')).toMatchObject([{ was: { status: '9' }, is: { status: '10' } }]);
  });

  it('of a system that was switched off nothing is kept', async () => {
    const clock = manualClock(START);
    const first = run(clock);
    first.list({ 1: none });
    first.list({ 21: none }, 'kassa');
    await clock.advance(HOUR);
    first.list({ 21: { currentStatusType: 'REFUSED' } }, 'kassa');
    first.list({ 1: { deliveryStatusId: 7 } });
    await first.log.stop();
    await clock.advance(HOUR);
    const second = run(clock, first.file, 'secret', ['ireca']);
    second.list({ 1: { deliveryStatusId: 7 } });
    expect(second.answer().orders.map(({ key }) => key)).toEqual(['ireca:1']);
    expect(new Set(second.answer().blind.map(({ system }) => system))).toEqual(new Set(['ireca']));
    await second.log.stop();
    expect(first.file.text).not.toContain('BFt-21');
  });
});

describe('the file', () => {
  it('is written ten seconds after something was noticed, not for each thing', async () => {
    const clock = manualClock(START);
    const { list, file } = run(clock);
    list({ 1: none });
    for (let second = 1; second < 10; second += 1) {
      await clock.advance(1_000);
      list({ 1: { deliveryStatusId: second } });
    }
    expect(file.writes).toBe(0);
    await clock.advance(1_000);
    expect(file.writes).toBe(1);
    await clock.advance(HOUR);
    expect(file.writes).toBe(1);
  });

  it('is written when the proxy stops, if there is anything new', async () => {
    const clock = manualClock(START);
    const idle = run(clock);
    await idle.log.stop();
    expect(idle.file.writes).toBe(0);
    const { log, list, file } = run(clock);
    list({ 1: none });
    await log.stop();
    await log.stop();
    expect(file.writes).toBe(1);
    // What still comes while the last answers are given is for the next run to notice.
    list({ 1: { deliveryStatusId: 7 } });
    await clock.advance(HOUR);
    expect(file.writes).toBe(1);
  });

  it('is written to its end before the proxy has stopped', async () => {
    const clock = manualClock(START);
    const file = memoryFile();
    let written = () => {};
    file.write = () => new Promise((resolve) => (written = () => resolve(true)));
    const { log, list } = run(clock, file);
    list({ 1: none });
    // It is begun by the clock, and is still going on when the proxy is told to stop.
    const advancing = clock.advance(10_000);
    let stopped = false;
    const stopping = log.stop().then(() => (stopped = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(stopped).toBe(false);
    written();
    await Promise.all([stopping, advancing]);
  });

  it('tells now and then until when nothing happened', async () => {
    const clock = manualClock(START);
    const { list, file } = run(clock);
    const asOf = () =>
      (JSON.parse(file.text ?? '') as { systems: { ireca: { asOf: number } } }).systems.ireca.asOf;
    list({ 1: none });
    await clock.advance(10_000);
    expect([file.writes, asOf()]).toEqual([1, START]);
    for (let minute = 1; minute <= 5; minute += 1) {
      list({ 1: none });
      await clock.advance(MINUTE);
    }
    expect([file.writes, asOf()]).toEqual([2, START + 10_000 + 4 * MINUTE]);
  });
});
