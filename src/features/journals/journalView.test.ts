/** The address of a journal: what a link says is asked for, and what makes no sense is not. */
import { describe, expect, it } from 'vitest';
import { journalParams, journalViewFrom, sharedSearch } from './journalView.ts';

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
    expect(view('from=2026-13-45').from).toBeNull();
    expect(view('from=2026-02-30').from).toBeNull();
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

  it('takes no errors of nobody along: no journal has such', () => {
    expect(sharedSearch(new URLSearchParams('order=1&courier=-'))).toBe('?order=1');
  });
});
