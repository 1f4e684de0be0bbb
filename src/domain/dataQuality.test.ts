import { describe, expect, test } from 'vitest';
import type { LastPosition } from '#src/contracts/ireca/location.ts';
import { warehouseSchema } from '#src/contracts/ireca/catalogue.ts';
import type { FieldSpec } from '#src/domain/declaration.ts';
import { directoryOf, dispatchOrder } from '#src/testing/sampleOrders.ts';
import type { Finding } from './dataQuality.ts';
import { AREAS, QUALITY_KINDS, countKinds, filterFindings, finding, gatherFindings } from './dataQuality.ts';
import { oddCouriers } from './dataQualityCouriers.ts';
import type { ReadList } from './dataQualityLists.ts';
import { oddRecords, oddWarehouses } from './dataQualityLists.ts';
import { oddOrders, ordersSetAside } from './dataQualityOrders.ts';

const kinds = (findings: readonly Finding[]) => findings.map(({ kind, value }) => [kind, value]);
const NOW = Date.parse('2026-11-22T09:00:00Z');

describe('orders', () => {
  const directory = directoryOf([
    { courierId: '7', title: 'Анна', phone: '+7 900 000-00-07' },
    { courierId: '8', title: 'Борис', phone: '89000000008' },
    { courierId: '9', title: 'Вера', phone: '79000000008' },
  ]);

  test('a good one is no finding', () => {
    const good = dispatchOrder({ courierId: '7', address: 'Невский 1', problems: [] });
    const kassa = dispatchOrder({
      key: 'kassa:1',
      system: 'kassa',
      courierLogin: '79000000007',
      address: 'Невский 1',
      problems: [],
    });
    expect(oddOrders([good, kassa], directory)).toEqual([]);
  });

  test('each problem of a record is a finding of its own, with what stands there', () => {
    const order = dispatchOrder({
      id: '5',
      number: 'G-5',
      status: '77',
      address: 'Невский 1',
      windowFrom: NOW,
      windowTo: NOW - 1,
      problems: ['windowReversed', 'zeroPoint', 'unknownStatus'],
    });
    const found = oddOrders([order], directory);
    expect(kinds(found)).toEqual([
      ['windowReversed', ''],
      ['zeroPoint', 'Невский 1'],
      ['unknownStatus', '77'],
    ]);
    expect(found[0]).toMatchObject({
      window: { from: NOW, to: NOW - 1 },
      subject: { what: 'order', system: 'ireca', id: '5', name: 'G-5' },
    });
    const more = oddOrders(
      [dispatchOrder({ status: null, address: '', problems: ['noWindow', 'noPoint', 'unknownStatus'] })],
      directory,
    );
    expect(kinds(more)).toEqual([
      ['noAddress', ''],
      ['noWindow', ''],
      ['noPoint', ''],
      ['unknownStatus', ''],
    ]);
  });

  test('an order that the client comes for needs no address', () => {
    expect(oddOrders([dispatchOrder({ address: '', selfPickUp: true, problems: [] })], directory)).toEqual(
      [],
    );
  });

  test('hands that nobody knows, once couriers are known', () => {
    const orders = [
      dispatchOrder({ courierId: '99999', address: 'a', problems: [] }),
      dispatchOrder({
        system: 'kassa',
        courierId: null,
        courierLogin: '79990000000',
        address: 'a',
        problems: [],
      }),
      dispatchOrder({
        system: 'kassa',
        courierId: null,
        courierLogin: '79000000008',
        address: 'a',
        problems: [],
      }),
    ];
    expect(kinds(oddOrders(orders, directory))).toEqual([
      ['unknownCourier', '99999'],
      ['unknownLogin', '79990000000'],
      ['sharedLogin', '79000000008'],
    ]);
    expect(oddOrders(orders, null)).toEqual([]);
  });

  test('a closed order is over', () => {
    const closed = dispatchOrder({ open: false, address: '', problems: [] });
    expect(oddOrders([closed], directory).map(({ over }) => over)).toEqual([true]);
  });

  test('set aside: system and id come from the key', () => {
    expect(ordersSetAside([{ key: 'kassa:31:6', reason: 'id: expected an id' }])[0]).toMatchObject({
      kind: 'orderSetAside',
      subject: { what: 'order', system: 'kassa', id: '31:6', name: '' },
      value: 'id: expected an id',
      over: false,
    });
  });
});

describe('couriers', () => {
  const position = (courierId: string, changes: Partial<LastPosition> = {}): [string, LastPosition] => [
    `ireca:${courierId}`,
    {
      courierId,
      orderId: null,
      deliveryStatusId: null,
      returnReasonId: null,
      latitude: 59.9,
      longitude: 30.3,
      accuracy: null,
      createdAt: NOW,
      ...changes,
    },
  ];
  const quarantined = { reason: 'future', createdAt: NOW, latitude: 1, longitude: 1 } as const;
  const directory = directoryOf(
    [
      { courierId: '1', title: 'Анна', phone: '79000000001' },
      { courierId: '2', title: 'Борис', phone: '79000000002' },
      { courierId: '3', title: 'Вера', phone: '' },
    ],
    ['1', '2'],
  );
  const read = { directory, licences: null, positions: new Map(), kassa: false };

  test('on shift and never seen; off shift nobody waits for a position', () => {
    const positions = new Map([position('1')]);
    expect(oddCouriers({ ...read, positions }).map(({ kind, subject }) => [kind, subject.id])).toEqual([
      ['neverSeen', '2'],
    ]);
    const nowhere = new Map([
      position('1', { latitude: null, longitude: null, createdAt: null }),
      position('2'),
    ]);
    expect(oddCouriers({ ...read, positions: nowhere }).map(({ subject }) => subject.id)).toEqual(['1']);
  });

  test('nothing is said of positions that were not read', () => {
    expect(oddCouriers({ ...read, positions: null })).toEqual([]);
  });

  test('a position that is not believed, with the courier’s name where there is one', () => {
    const positions = new Map([
      position('1', { quarantined }),
      position('2'),
      position('77', { quarantined }),
    ]);
    const found = oddCouriers({ ...read, positions }).filter(({ kind }) => kind === 'doubtedPosition');
    expect(found.map(({ subject, value }) => [subject.name, value])).toEqual([
      ['Анна', 'future'],
      ['', 'future'],
    ]);
  });

  test('who cannot be given Kassa orders matters only where Kassa is on', () => {
    const all = { ...read, positions: null };
    expect(kinds(oddCouriers({ ...all, kassa: true }))).toEqual([['notForKassa', '']]);
    expect(oddCouriers({ ...all, kassa: false })).toEqual([]);
  });

  test('licences: a stranger is told once, rows that cannot be read are told', () => {
    const licence = (courierId: string) => ({
      courierId,
      deviceId: null,
      deviceTitle: 'Honor 9X',
      sessionStartAt: null,
    });
    const licences = {
      licenseUse: 3,
      licenseTotal: 5,
      licenses: [licence('1'), licence('66'), licence('66')],
      setAside: [{ id: null, path: 'courierId', reason: 'expected an id' }],
    };
    expect(kinds(oddCouriers({ ...read, positions: null, licences }))).toEqual([
      ['strangerOnShift', 'Honor 9X'],
      ['licenceSetAside', 'courierId: expected an id'],
    ]);
  });
});

describe('lists', () => {
  const fields: FieldSpec[] = [
    { key: 'clientId', kind: 'text', required: true, check: 'id' },
    { key: 'title', kind: 'text', required: true },
    { key: 'inn', kind: 'text', check: 'inn' },
    { key: 'phone', kind: 'text', check: 'phone' },
    { key: 'email', kind: 'text', check: 'email' },
    { key: 'taxId', kind: 'reference', from: 'taxes' },
    { key: 'price', kind: 'money', least: 'zero' },
  ];
  const listOf = (records: Record<string, unknown>[], setAside: ReadList['setAside'] = []): ReadList => ({
    slug: 'clients',
    fields,
    records,
    setAside,
    idOf: (record) => String(record['clientId']),
    nameOf: (record) => String(record['title']),
  });
  const good = {
    clientId: '1',
    title: 'Ромашка',
    inn: '7707083893',
    phone: '',
    email: '',
    taxId: '4',
    price: 0,
  };
  const known = (_: string, id: string) => id === '4';

  test('a good record, and one that is merely empty, are no findings', () => {
    const blank = { clientId: 'x', title: '', inn: '', phone: '', email: '', taxId: null, price: null };
    expect(oddRecords(listOf([good, blank]), '2026-11-22', known)).toEqual([]);
  });

  test('values that a form would not let through, by field', () => {
    const odd = { ...good, inn: '7707083894', phone: '12', email: 'a@b', taxId: '5', price: -100 };
    const found = oddRecords(listOf([odd]), '2026-11-22', known);
    expect(found.map(({ kind, value, field }) => [kind, value, field?.key, field?.error])).toEqual([
      ['wrongInn', '7707083894', 'inn', 'innDigits'],
      ['wrongContact', '12', 'phone', 'phoneShape'],
      ['wrongContact', 'a@b', 'email', 'emailShape'],
      ['unknownReference', '5', 'taxId', 'unknownReference'],
      ['wrongValue', '-100', 'price', 'negative'],
    ]);
    expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
  });

  test('a list that is not known whole makes nobody unknown', () => {
    expect(oddRecords(listOf([{ ...good, taxId: '5' }]), '2026-11-22', () => null)).toEqual([]);
  });

  test('deleted records are over; set aside ones are told with where and why', () => {
    const setAside = [{ id: '9', path: 'title', reason: 'expected text' }];
    const found = oddRecords(listOf([{ ...good, inn: '1', isActive: false }], setAside), '2026-11-22', known);
    expect(found.map(({ kind, value, over, subject }) => [kind, value, over, subject.id])).toEqual([
      ['recordSetAside', 'title: expected text', false, '9'],
      ['wrongInn', '1', true, '1'],
    ]);
  });

  test('warehouses without a point or an address', () => {
    const rows = [
      { warehouseId: 1, title: 'А', street: 'Невский', house: '1', latitude: 59.9, longitude: '30.3' },
      { warehouseId: 2, title: 'Б', street: 'Садовая', house: '2', latitude: 0, longitude: 0 },
      { warehouseId: 3, title: 'В', latitude: 59.9, longitude: 30.3, isActive: 0 },
    ].map((row) => warehouseSchema.parse(row));
    expect(oddWarehouses(rows).map(({ kind, subject, over }) => [kind, subject.id, over])).toEqual([
      ['warehouseNoPoint', '2', false],
      ['warehouseNoAddress', '3', true],
    ]);
  });
});

describe('all findings together', () => {
  const of = (kind: Finding['kind'], id: string, more: Partial<Finding> = {}) => ({
    ...finding({
      kind,
      subject: { what: 'order', system: 'ireca', id, name: `Г-${id}` },
      value: '',
      over: false,
      also: 'Невский проспект',
    }),
    ...more,
  });

  test('every kind belongs to one area', () => {
    expect(new Set(QUALITY_KINDS).size).toBe(QUALITY_KINDS.length);
    expect(AREAS[0]).toBe('setAside');
  });

  test('stand by kind, what is over last, and no two go by the same key', () => {
    const gathered = gatherFindings([
      of('noPoint', '1'),
      of('orderSetAside', '2', { over: true }),
      of('orderSetAside', ''),
      of('orderSetAside', ''),
      of('unknownCourier', '3'),
    ]);
    expect(gathered.map(({ kind, subject }) => `${kind} ${subject.id}`)).toEqual([
      'orderSetAside ',
      'orderSetAside ',
      'unknownCourier 3',
      'noPoint 1',
      'orderSetAside 2',
    ]);
    expect(new Set(gathered.map(({ key }) => key)).size).toBe(gathered.length);
    expect(countKinds(gathered)).toEqual(
      new Map([
        ['orderSetAside', 3],
        ['unknownCourier', 1],
        ['noPoint', 1],
      ]),
    );
  });

  test('are filtered by kind, by words in any order, and by whether they are over', () => {
    const all = [of('noPoint', '1'), of('noWindow', '2'), of('noPoint', '3', { over: true })];
    const ids = (filter: Parameters<typeof filterFindings>[1]) =>
      filterFindings(all, filter).map(({ subject }) => subject.id);
    expect(ids({ kind: null, query: '', over: false })).toEqual(['1', '2']);
    expect(ids({ kind: 'noPoint', query: '', over: true })).toEqual(['1', '3']);
    expect(ids({ kind: null, query: 'НЕВСКИЙ г-2', over: true })).toEqual(['2']);
    expect(ids({ kind: null, query: 'Садовая', over: true })).toEqual([]);
  });
});
