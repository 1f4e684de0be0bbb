import { describe, expect, it } from 'vitest';
import type { IrecaCourier, Licence } from '#src/contracts/ireca/people.ts';
import type { CourierSummary } from '#src/components/map/courierSummary.ts';
import { courierDirectory } from '#src/domain/courierDirectory.ts';
import type { CourierRow, CourierSources, CourierView } from './courierRows.ts';
import {
  courierCounts,
  courierRows,
  courierTest,
  heldCourierRows,
  sortedCourierRows,
} from './courierRows.ts';

const NOW = 1_000_000_000;
const MINUTE = 60_000;

const courier = (courierId: string, title: string, changes: Partial<IrecaCourier> = {}): IrecaCourier => ({
  courierId,
  title,
  phone: `+7921000000${courierId}`,
  email: '',
  roleId: '5',
  inn: '',
  updatedAt: null,
  ...changes,
});
const session = (courierId: string, deviceId: string, sessionStartAt: number): Licence => ({
  courierId,
  deviceId,
  deviceTitle: `Планшет ${deviceId}`,
  sessionStartAt,
});
const seen = (courierId: string, at: number): CourierSummary['position'] => ({
  courierId,
  point: { latitude: 59.9, longitude: 30.3 },
  at,
  accuracy: null,
  orderId: null,
});
const summary = (courierId: string, changes: Partial<CourierSummary> = {}): CourierSummary => ({
  courierId,
  name: '',
  initials: '',
  searchText: '',
  onShift: true,
  open: 0,
  late: 0,
  atRisk: 0,
  position: seen(courierId, NOW - MINUTE),
  ...changes,
});

const PEOPLE = [
  courier('1', 'Алексей Быстров'),
  courier('2', 'Семён Ёлкин'),
  courier('3', 'Вера Никитина', { roleId: '9', phone: '' }),
  courier('4', 'Борис Тихий', { roleId: null }),
];
const LICENSES = [
  session('1', 'a1', NOW - 90 * MINUTE),
  session('1', 'b2', NOW - 10 * MINUTE),
  session('4', 'c3', 5),
];

function sources(changes: Partial<CourierSources> = {}): CourierSources {
  return {
    directory: courierDirectory(PEOPLE, { licenses: LICENSES }),
    summaries: new Map([
      ['1', summary('1', { open: 4, late: 1, atRisk: 2 })],
      ['2', summary('2', { onShift: false, open: 2, atRisk: 1, position: seen('2', NOW - 30 * MINUTE) })],
      ['3', summary('3', { onShift: false, position: null })],
      ['4', summary('4', { position: null })],
    ]),
    licenses: LICENSES,
    roleTitles: new Map([['5', 'Курьер']]),
    ordersKnown: true,
    positions: 'known',
    now: NOW,
    ...changes,
  };
}
const rowsOf = (changes: Partial<CourierSources> = {}) => courierRows(sources(changes));
const ids = (rows: readonly CourierRow[]) => rows.map(({ courierId }) => courierId).join('');
const found = (view: CourierView, query: string) => ids(rowsOf().filter(courierTest(view, query)));

describe('courierRows', () => {
  it('tells who is on shift since when and on how many devices, the latest first', () => {
    const [first, second] = rowsOf();
    expect(first).toMatchObject({ onShift: true, since: NOW - 10 * MINUTE, role: 'Курьер' });
    expect(first?.devices.map(({ deviceId }) => deviceId)).toEqual(['b2', 'a1']);
    expect(second).toMatchObject({ onShift: false, since: null, devices: [] });
  });

  it('shows the id of a role that nobody has, and nothing while roles are not known', () => {
    expect(rowsOf().map(({ role }) => role)).toEqual(['Курьер', 'Курьер', '9', '']);
    expect(rowsOf({ roleTitles: null }).map(({ role }) => role)).toEqual(['', '', '', '']);
  });

  it('calls silent who should be heard: on shift or with orders, and old or no position', () => {
    expect(rowsOf().map(({ silence }) => silence)).toEqual([null, 'silent', null, 'never']);
  });

  it('keeps not known apart from none', () => {
    const rows = rowsOf({ licenses: null, ordersKnown: false, positions: 'unknown' });
    expect(rows[0]).toMatchObject({ onShift: null, load: null, position: null, silence: null });
    expect(courierCounts(rows)).toEqual({ all: 4, onShift: 0, late: 0, silent: 0, offShift: 0 });
  });

  it('says of nobody that they keep silent while positions do not come, and still shows the last ones', () => {
    const rows = rowsOf({ positions: 'stale' });
    expect(rows.map(({ silence }) => silence)).toEqual([null, null, null, null]);
    expect(rows[1]?.position?.at).toBe(NOW - 30 * MINUTE);
  });

  it('says why Kassa orders cannot be given', () => {
    expect(rowsOf().map(({ kassaBar }) => kassaBar)).toEqual([null, null, 'noPhone', null]);
  });
});

describe('views and search', () => {
  it('counts each view', () => {
    expect(courierCounts(rowsOf())).toEqual({ all: 4, onShift: 2, late: 1, silent: 2, offShift: 2 });
  });

  it.each([
    ['all', '', '1234'],
    ['onShift', '', '14'],
    ['offShift', '', '23'],
    ['late', '', '1'],
    ['silent', '', '24'],
    ['all', 'елкин СЕМЕН', '2'],
    ['all', 'планшет b2', '1'],
    ['all', 'курьер', '12'],
    ['all', '8 (921) 000-00-02', '2'],
    ['all', '0000001', '1'],
    ['onShift', 'ёлкин', ''],
  ] as const)('%s, «%s» → %s', (view, query, wanted) => {
    expect(found(view, query)).toBe(wanted);
  });
});

describe('sortedCourierRows', () => {
  it('puts what needs a decision first', () => {
    // Late; orders with somebody unheard; unheard without orders; at home.
    expect(ids(sortedCourierRows(rowsOf(), null))).toBe('1243');
  });

  it('sorts by a column either way, with nothing always last', () => {
    expect(ids(sortedCourierRows(rowsOf(), { column: 'title', down: false }))).toBe('1432');
    expect(ids(sortedCourierRows(rowsOf(), { column: 'open', down: true }))).toBe('1243');
    expect(ids(sortedCourierRows(rowsOf(), { column: 'seen', down: true }))).toBe('1243');
    expect(ids(sortedCourierRows(rowsOf(), { column: 'seen', down: false }))).toBe('2143');
    expect(ids(sortedCourierRows(rowsOf(), { column: 'since', down: false }))).toBe('4132');
  });
});

describe('heldCourierRows', () => {
  it('moves nobody and takes nobody away; who has come stands at the end', () => {
    const all = rowsOf();
    const shown = sortedCourierRows(all.filter(courierTest('silent', '')), null);
    expect(ids(heldCourierRows(all, shown, ['3', '1']))).toBe('3124');
  });

  it('lets go of who is no more', () => {
    const all = rowsOf();
    expect(ids(heldCourierRows(all.slice(1), all.slice(1), ['1', '3']))).toBe('324');
  });
});
