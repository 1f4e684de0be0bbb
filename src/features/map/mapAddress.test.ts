import { describe, expect, it } from 'vitest';
import { mapChoice, withChoice } from './mapAddress.ts';

const choiceOf = (search: string) => mapChoice(new URLSearchParams(search));

describe('mapChoice', () => {
  it('is all open orders and nobody, unless the address says otherwise', () => {
    expect(choiceOf('')).toEqual({ view: 'open', query: '', courierId: null });
    expect(choiceOf('view=late&q=невский&courier=7')).toEqual({
      view: 'late',
      query: 'невский',
      courierId: '7',
    });
  });

  it('passes over what it cannot read, and counters of orders that lie on no map', () => {
    expect(choiceOf('view=cancelled&courier=%3Cb%3E')).toEqual({ view: 'open', query: '', courierId: null });
    expect(choiceOf(`q=${'а'.repeat(900)}`).query).toHaveLength(200);
  });
});

describe('withChoice', () => {
  const change = (search: string, part: Parameters<typeof withChoice>[1]) =>
    withChoice(new URLSearchParams(search), part).toString();

  it('changes what it was asked to and keeps the rest', () => {
    expect(change('q=7&courier=5&day=2026-11-21', { view: 'late' })).toBe(
      'q=7&courier=5&day=2026-11-21&view=late',
    );
    expect(change('view=late&q=7', { query: '' })).toBe('view=late');
    expect(change('view=late', { view: 'open' })).toBe('');
  });

  it('begins with today for the next courier', () => {
    expect(change('courier=5&day=2026-11-21&from=10:00&to=12:00', { courierId: '6' })).toBe('courier=6');
    expect(change('courier=5&day=2026-11-21', { courierId: null })).toBe('');
  });
});
