/** Orders looked at: the latest first, each once, each login apart, and nothing breaks where nothing can be kept. */
import { describe, expect, it } from 'vitest';
import { readRecentOrders, rememberOrder } from './recentOrders.ts';

function storage(begin: Record<string, string> = {}) {
  const kept = new Map(Object.entries(begin));
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };
}
const ireca = (id: string) => ({ system: 'ireca' as const, id });

describe('recent orders', () => {
  it('puts the latest on top, each once, and keeps a dozen', () => {
    const place = storage();
    for (let n = 1; n <= 14; n += 1) rememberOrder(place, 'dina', ireca(String(n)));
    rememberOrder(place, 'dina', ireca('5'));
    const ids = readRecentOrders(place, 'dina').map(({ id }) => id);
    expect(ids).toHaveLength(12);
    expect(ids.slice(0, 3)).toEqual(['5', '14', '13']);
    expect(ids.filter((id) => id === '5')).toHaveLength(1);
  });

  it('keeps an order of the other system with the same id, and each login for itself', () => {
    const place = storage();
    rememberOrder(place, 'dina', ireca('7'));
    rememberOrder(place, 'dina', { system: 'kassa', id: '7' });
    expect(readRecentOrders(place, 'dina')).toEqual([{ system: 'kassa', id: '7' }, ireca('7')]);
    expect(readRecentOrders(place, 'denis')).toEqual([]);
  });

  it('takes what cannot be read for nothing, and goes on where nothing can be kept', () => {
    expect(readRecentOrders(storage({ 'pult.recentOrders.dina': '{oops' }), 'dina')).toEqual([]);
    expect(readRecentOrders(storage({ 'pult.recentOrders.dina': '[{"id":7},null]' }), 'dina')).toEqual([]);
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() => rememberOrder(full, 'dina', ireca('1'))).not.toThrow();
  });
});
