import { describe, expect, it } from 'vitest';
import { couriersParams, couriersViewFrom } from './couriersView.ts';

const read = (text: string) => couriersViewFrom(new URLSearchParams(text));

describe('the address of the couriers page', () => {
  it('is read, and what it cannot mean is ignored', () => {
    expect(read('view=late&q=иван&sort=-open&licences=1')).toEqual({
      view: 'late',
      query: 'иван',
      sort: { column: 'open', down: true },
      licences: true,
    });
    expect(read('view=nobody&sort=password&licences=yes')).toEqual({
      view: 'all',
      query: '',
      sort: null,
      licences: false,
    });
    expect(read(`q=${'я'.repeat(500)}`).query).toHaveLength(200);
  });

  it('is written so that it reads the same; what is plain leaves no trace', () => {
    const params = couriersParams(new URLSearchParams('q=иван&other=1'), {
      view: 'silent',
      sort: { column: 'seen', down: false },
    });
    expect(couriersViewFrom(params)).toEqual({
      view: 'silent',
      query: 'иван',
      sort: { column: 'seen', down: false },
      licences: false,
    });
    const plain = couriersParams(params, { view: 'all', query: '', sort: null });
    expect(plain.toString()).toBe('other=1');
  });
});
