import { describe, expect, it } from 'vitest';
import { orderTitles } from './orderTitles.ts';
import type { TitleLists } from './orderTitles.ts';

const NONE: TitleLists = {
  paymentTypes: [],
  closeTypes: [],
  taxes: [],
  calcTypes: [],
  suppliers: [],
  reasons: [],
  couriers: [],
  warehouses: [],
  deliveryStatuses: [],
  orderStatuses: [],
};
const words = { number: (id: string) => `№ ${id}`, prepaid: 'Предоплата', formed: 'Сформирован' };
const type = (paymentTypeId: string, closeTypeId: string | null) => ({
  paymentTypeId,
  title: `Тип ${paymentTypeId}`,
  closeTypeId,
  updatedAt: null,
});

describe('orderTitles', () => {
  it('gives titles, and numbers for what a list does not name', () => {
    const titles = orderTitles({ ...NONE, taxes: [{ taxId: '8286', title: '10%' }] }, words);
    expect(titles.tax('8286')).toBe('10%');
    expect(titles.tax('1')).toBe('№ 1');
    expect(titles.courier('7')).toBe('№ 7');
    expect(titles.courierOf('7')).toBeNull();
  });
  it('has words for the two ids that iRECA uses and its dictionaries leave out', () => {
    const titles = orderTitles({ ...NONE, paymentTypes: [type('4115', '3'), type('4116', null)] }, words);
    expect(titles.deliveryStatus('1')).toBe('Сформирован');
    expect(titles.closingOf('4115')).toBe('Предоплата');
    expect(titles.closingOf('4116')).toBeNull();
    expect(titles.closingOf('none')).toBeNull();
  });
  it('believes a dictionary that does name them', () => {
    const titles = orderTitles(
      {
        ...NONE,
        closeTypes: [{ closeTypeId: '3', title: 'Аванс' }],
        deliveryStatuses: [{ statusId: '1', title: 'Новый' }],
      },
      words,
    );
    expect(titles.closeType('3')).toBe('Аванс');
    expect(titles.deliveryStatus('1')).toBe('Новый');
  });
});
