import { expect, it } from 'vitest';
import { paramsWith, viewFromParams } from './warehousesView.ts';

const read = (text: string) => viewFromParams(new URLSearchParams(text));

it('reads what it wrote, and leaves no trace of what is plain', () => {
  const view = { query: 'лиговский 50', sort: 'late', deleted: true, pointless: true } as const;
  const written = paramsWith(new URLSearchParams('other=1'), view);
  expect(viewFromParams(written)).toEqual(view);
  expect(written.get('other')).toBe('1');
  const plain = paramsWith(written, { query: '', sort: 'title', deleted: false, pointless: false });
  expect(plain.toString()).toBe('other=1');
});

it('changes only what it is told to', () => {
  expect(paramsWith(new URLSearchParams('q=a&deleted=1'), { sort: 'waiting' }).toString()).toBe(
    'q=a&deleted=1&sort=waiting',
  );
});

it('passes over what it cannot read', () => {
  expect(read('sort=price&deleted=yes&point=1')).toEqual({
    query: '',
    sort: 'title',
    deleted: false,
    pointless: false,
  });
  expect(read(`q=${'x'.repeat(500)}`).query).toHaveLength(200);
});
