import { describe, expect, it } from 'vitest';
import { ru } from '#src/locales/ru.ts';
import { statusTitle } from './statusTitle.ts';

const titles = new Map([['7', 'Заказ взят курьером']]);
const title = (system: 'ireca' | 'kassa', status: string | null) =>
  statusTitle({ system, status }, titles, ru.orders.status);

describe('statusTitle', () => {
  it('takes iRECA’s words from its dictionary, and ours for what the dictionary leaves out', () => {
    expect(title('ireca', '7')).toBe('Заказ взят курьером');
    expect(title('ireca', '1')).toBe('Сформирован');
    expect(title('ireca', '42')).toBe('Статус 42');
    expect(title('ireca', null)).toBe('Без статуса');
  });
  it('knows Kassa’s states and shows the others as they came', () => {
    expect(title('kassa', 'DISTRIBUTED')).toBe('Распределён');
    expect(title('kassa', 'RETURNED')).toBe('RETURNED');
    expect(title('kassa', 'constructor')).toBe('constructor');
  });
});
