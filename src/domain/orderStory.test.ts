/** Two journals become one story: every deed once, nothing lost. */
import { describe, expect, it } from 'vitest';
import type { JournalRow, StatusChange } from '#src/contracts/ireca/orderHistory.ts';
import { journalListSchema, statusChangeListSchema } from '#src/contracts/ireca/orderHistory.ts';
import { wholeOrderSchema } from '#src/contracts/kassa/wholeOrder.ts';
import { irecaStory, isCourierApp, kassaStory } from '#src/domain/orderStory.ts';
import { flatKassaOrder } from '#src/testing/sampleOrders.ts';

const NOON = Date.UTC(2026, 10, 21, 12);
const APP = 'Application: iRECA Courier';

const row = (at: number, after: JournalRow['afterItem'], rest: Partial<JournalRow> = {}): JournalRow => ({
  event: 'update',
  source: APP,
  courierId: '27',
  createdAt: NOON + at,
  beforeItem: null,
  afterItem: after,
  ...rest,
});
const create = (at: number): JournalRow =>
  row(at, null, { event: 'create', source: 'http://site.com', courierId: null });
const mark = (at: number, statusId: string | null, rest: Partial<StatusChange> = {}): StatusChange => ({
  statusId,
  returnReasonId: null,
  latitude: 59.93,
  longitude: 30.36,
  accuracy: 12,
  createdAt: NOON + at,
  ...rest,
});

const told = (story: ReturnType<typeof irecaStory>) =>
  story.entries.map(({ at, event, changes, place }) => ({
    at: at - NOON,
    event,
    fields: changes.map(({ field }) => field),
    place: place !== null,
  }));

describe('irecaStory', () => {
  it('tells a status that both journals hold once, with its place, newest first', () => {
    const story = irecaStory(
      [
        create(0),
        row(60_000, { courierId: '27' }),
        row(120_000, { deliveryStatusId: 7 }, { beforeItem: { deliveryStatusId: 6 } }),
      ],
      [mark(121_000, '7')],
    );
    expect(told(story)).toEqual([
      { at: 120_000, event: 'update', fields: ['deliveryStatusId'], place: true },
      { at: 60_000, event: 'update', fields: ['courierId'], place: false },
      { at: 0, event: 'create', fields: [], place: false },
    ]);
    expect(story.entries[0]).toMatchObject({
      who: '27',
      program: APP,
      place: { point: { latitude: 59.93, longitude: 30.36 }, accuracy: 12 },
      changes: [{ before: { id: '6' }, after: { id: '7' } }],
    });
  });

  it('compares "7" and 7 as one status', () => {
    expect(irecaStory([row(0, { deliveryStatusId: '7' })], [mark(0, '7')]).entries).toHaveLength(1);
  });

  it.each([
    ['later than a few seconds', mark(5001, '7')],
    ['another status', mark(0, '9')],
    ['no status at all', mark(0, null)],
  ])('keeps a mark that is no part of the deed: %s', (_why, status) => {
    expect(irecaStory([row(0, { deliveryStatusId: 7 })], [status]).entries).toHaveLength(2);
  });

  it('pairs each row once and the nearest first', () => {
    const story = irecaStory(
      [row(0, { deliveryStatusId: 7 }), row(3000, { deliveryStatusId: 7 })],
      [mark(2900, '7', { accuracy: 1 }), mark(3100, '7', { accuracy: 2 }), mark(3200, '7', { accuracy: 3 })],
    );
    expect(story.entries.map(({ at, event, place }) => [at - NOON, event, place?.accuracy])).toEqual([
      [3200, 'status', 3],
      [3000, 'update', 1],
      [0, 'update', 2],
    ]);
  });

  it('keeps equal rows apart: two alike are two', () => {
    expect(irecaStory([row(0, { phone: '1' }), row(0, { phone: '1' })], []).entries).toHaveLength(2);
    const statuses = irecaStory([], [mark(0, '1'), mark(0, '1')]).entries;
    expect(statuses).toHaveLength(2);
    expect(new Set(statuses.map(({ key }) => key)).size).toBe(2);
  });

  it('takes the first status for part of the creation, but not one that another row explains', () => {
    expect(told(irecaStory([create(0)], [mark(0, '6')]))).toEqual([
      { at: 0, event: 'create', fields: ['deliveryStatusId'], place: true },
    ]);
    expect(told(irecaStory([create(0), row(1000, { deliveryStatusId: 6 })], [mark(1000, '6')]))).toEqual([
      { at: 1000, event: 'update', fields: ['deliveryStatusId'], place: true },
      { at: 0, event: 'create', fields: [], place: false },
    ]);
  });

  it('takes the reason from the mark when the change journal does not name it, and never twice', () => {
    const reason = { returnReasonId: '5276' };
    expect(told(irecaStory([row(0, { deliveryStatusId: 11 })], [mark(0, '11', reason)]))[0]?.fields).toEqual([
      'deliveryStatusId',
      'returnReasonId',
    ]);
    expect(
      told(irecaStory([row(0, { deliveryStatusId: 11, returnReasonId: 5276 })], [mark(0, '11', reason)]))[0]
        ?.fields,
    ).toEqual(['deliveryStatusId', 'returnReasonId']);
  });

  it('tells what only one of the journals knows', () => {
    expect(told(irecaStory([], [mark(0, '9')]))).toEqual([
      { at: 0, event: 'status', fields: ['deliveryStatusId'], place: true },
    ]);
    expect(told(irecaStory([row(0, { deliveryStatusId: 9 })], []))).toEqual([
      { at: 0, event: 'update', fields: ['deliveryStatusId'], place: false },
    ]);
  });

  it('shows no place where none is known', () => {
    const at = (latitude: number | null, longitude: number | null, accuracy: number | null = 0) =>
      irecaStory([], [mark(0, '9', { latitude, longitude, accuracy })]).entries[0]?.place;
    expect(at(0, 0)).toBeNull();
    expect(at(null, 30)).toBeNull();
    expect(at(95, 30)).toBeNull();
    expect(at(59.9, 30.3)).toMatchObject({ accuracy: null });
  });

  it('keeps the order of one moment: what came first stays below, and the creation lowest', () => {
    const rows = [row(0, { phone: '1' }), row(0, { phone: '2' }), create(0)];
    const phones = (story: ReturnType<typeof irecaStory>) =>
      story.entries.map(({ event, changes }) => (event === 'create' ? 'create' : changes[0]?.after));
    const expected = [{ kind: 'phone', phone: '2' }, { kind: 'phone', phone: '1' }, 'create'];
    expect(phones(irecaStory(rows, []))).toEqual(expected);
    const newest = row(1000, { phone: '3' });
    // The same, should iRECA send the newest first.
    expect(phones(irecaStory([newest, ...rows.toReversed()], [])).slice(1)).toEqual(expected);
  });

  it('gives an entry the same key when the story grows', () => {
    const rows = [create(0), row(60_000, { courierId: '27' })];
    const before = irecaStory(rows, [mark(0, '1')]).entries.map(({ key }) => key);
    const after = irecaStory([...rows, row(90_000, { courierId: '5' })], [mark(0, '1'), mark(95_001, '7')]);
    expect(after.entries.map(({ key }) => key).slice(-2)).toEqual(before);
    expect(new Set(after.entries.map(({ key }) => key)).size).toBe(4);
  });

  it('keeps an event that has no word, and a source as it came', () => {
    const [entry] = irecaStory([row(0, null, { event: 'archive', source: 'API' })], []).entries;
    expect(entry).toMatchObject({ event: 'other', eventName: 'archive', program: 'API' });
    expect([APP, 'application: ireca courier', 'API', ''].map(isCourierApp)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('counts what could not be read and tells the rest', () => {
    const journal = journalListSchema.parse([
      {
        event: 'create',
        source: 'http://site.com',
        courierId: null,
        createdAt: '2026-11-21 12:00:00',
        beforeItem: null,
        afterItem: null,
      },
      { event: 'update', createdAt: 'вчера' },
      'odd',
    ]);
    const statuses = statusChangeListSchema.parse([
      { statusId: 1, latitude: 0.0, longitude: 0.0, accuracy: 10, createdAt: '2026-11-21 12:00:01' },
      { statusId: 6, createdAt: null },
    ]);
    const story = irecaStory(
      journal.records,
      statuses.records,
      journal.setAside.length + statuses.setAside.length,
    );
    expect(story.setAside).toBe(3);
    expect(told(story)).toEqual([{ at: 0, event: 'create', fields: ['deliveryStatusId'], place: false }]);
  });

  it('reads the vendor’s own sample', () => {
    const { records } = journalListSchema.parse([
      {
        event: 'create',
        source: 'http://site.com',
        courierId: null,
        createdAt: '2021-04-20 12:11:07',
        beforeItem: null,
        afterItem: null,
      },
      {
        event: 'update',
        source: APP,
        courierId: '12345',
        createdAt: '2021-04-20 13:31:30',
        beforeItem: { statusId: 0, frReceiptStatusId: 0 },
        afterItem: { statusId: 1, frReceiptStatusId: 1 },
      },
    ]);
    expect(irecaStory(records, []).entries[0]).toMatchObject({
      who: '12345',
      changes: [
        { field: 'statusId', before: { id: '0' }, after: { id: '1' } },
        { field: 'frReceiptStatusId', before: { id: '0' }, after: { id: '1' } },
      ],
    });
  });
});

describe('kassaStory', () => {
  const kassa = (created: number | null, statuses: Record<string, unknown>[]) =>
    kassaStory(wholeOrderSchema.parse(flatKassaOrder({ created }, { onlineOrderStatuses: statuses })));

  it('tells each status with who set it and what it followed', () => {
    const story = kassa(NOON, [
      { statusType: 'NEW', statusDate: NOON + 60_000, userLogin: '79916871260' },
      {
        statusType: 'REFUSED',
        statusDate: NOON + 120_000,
        userLogin: 79110000000,
        statusInfo: 'Не открыл дверь',
      },
    ]);
    expect(story.setAside).toBe(0);
    expect(story.entries).toMatchObject([
      {
        at: NOON + 120_000,
        who: '79110000000',
        info: 'Не открыл дверь',
        changes: [
          { field: 'currentStatusType', before: { id: 'NEW' }, after: { of: 'kassaStatus', id: 'REFUSED' } },
        ],
      },
      { who: '79916871260', changes: [{ before: { kind: 'unsaid' }, after: { id: 'NEW' } }] },
      { event: 'create', at: NOON, changes: [] },
    ]);
  });

  it('takes the first status for part of the creation when they are seconds apart, as in the vendor’s sample', () => {
    const story = kassaStory(wholeOrderSchema.parse(flatKassaOrder()));
    expect(story.entries).toMatchObject([
      { event: 'create', who: '79916871260', changes: [{ after: { id: 'NEW' } }] },
    ]);
  });

  it('sets aside a row without a time, and says nothing of creation when it is not known', () => {
    const story = kassa(null, [
      { statusType: 'NEW', statusDate: 'вчера' },
      { statusType: 'ACCEPTED', statusDate: String(NOON) },
    ]);
    expect(story.setAside).toBe(1);
    expect(story.entries).toMatchObject([{ event: 'status', at: NOON }]);
  });

  it('does not call the same status once more a change', () => {
    const story = kassa(null, [
      { statusType: 'ACCEPTED', statusDate: NOON },
      { statusType: 'ACCEPTED', statusDate: NOON, statusInfo: 'ещё раз' },
    ]);
    expect(story.entries[0]).toMatchObject({ info: 'ещё раз', changes: [{ before: { kind: 'unsaid' } }] });
    expect(story.entries).toHaveLength(2);
  });
});
