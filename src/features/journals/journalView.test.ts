/** The address of a journal: what a link says is asked for, and what makes no sense is not. */
import { describe, expect, it } from 'vitest';
import { journalParams, journalViewFrom, pageChoice, pageOf, sharedSearch } from './journalView.ts';

const view = (search: string) => journalViewFrom(new URLSearchParams(search));
const after = (search: string, change: Parameters<typeof journalParams>[1]) =>
  journalParams(new URLSearchParams(search), change).toString();

describe('journalViewFrom', () => {
  it('reads a link in full', () => {
    expect(view('order=209900&courier=27&from=2026-11-20&program=API&field=courierId&page=3')).toEqual({
      order: { system: 'ireca', id: '209900' },
      courier: '27',
      from: '2026-11-20',
      program: 'API',
      field: 'courierId',
      page: 3,
    });
  });

  it('tells Kassa’s orders from iRECA’s, however iRECA’s are written', () => {
    expect(view('order=kassa:12').order).toEqual({ system: 'kassa', id: '12' });
    expect(view('order=ireca:12').order).toEqual({ system: 'ireca', id: '12' });
  });

  it('leaves out what makes no sense', () => {
    expect(view('order=kassa:&courier=+&from=yesterday&page=-2')).toEqual({
      order: null,
      courier: null,
      from: null,
      program: null,
      field: null,
      page: 1,
    });
    expect(view('page=1.5').page).toBe(1);
  });
});

describe('journalParams', () => {
  it('leads back to the first page with every other choice, and keeps what it does not know', () => {
    expect(after('order=1&page=4&x=y', { courier: '27' })).toBe('order=1&x=y&courier=27');
    expect(after('order=1', { page: 2 })).toBe('order=1&page=2');
    expect(after('order=1&page=2', { page: 1 })).toBe('order=1');
  });

  it('forgets programs and fields with the order that they were of', () => {
    expect(
      after('order=1&program=API&field=phone&from=2026-11-20', { order: { system: 'kassa', id: '2' } }),
    ).toBe('order=kassa%3A2&from=2026-11-20');
    expect(after('order=1&courier=2', { order: null, courier: null })).toBe('');
  });
});

describe('sharedSearch', () => {
  it('takes the order and the courier along to another journal, and no page', () => {
    expect(sharedSearch(new URLSearchParams('order=1&courier=2&page=3&field=phone'))).toBe(
      '?order=1&courier=2',
    );
    expect(sharedSearch(new URLSearchParams('page=3'))).toBe('');
  });
});

describe('pageOf', () => {
  const rows = Array.from({ length: 101 }, (_, index) => index);

  it('gives fifty, and at the end what is left', () => {
    expect(pageOf(rows, 1)).toMatchObject({ page: 1, pages: 3, first: 0 });
    expect(pageOf(rows, 3)).toEqual({ page: 3, pages: 3, first: 100, rows: [100] });
  });

  it('stays on the last page where a link asks for one that is not there', () => {
    expect(pageOf(rows, 9).page).toBe(3);
    expect(pageOf([], 9)).toEqual({ page: 1, pages: 1, first: 0, rows: [] });
  });
});

describe('pageChoice', () => {
  it('names all of a few, and the ends and the neighbours of many', () => {
    expect(pageChoice(2, 4)).toEqual([1, 2, 3, 4]);
    expect(pageChoice(6, 20)).toEqual([1, null, 5, 6, 7, null, 20]);
    expect(pageChoice(20, 20)).toEqual([1, null, 19, 20]);
  });
});
