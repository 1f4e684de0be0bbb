import { expect, test } from 'vitest';
import { sameLine } from './sameLine.ts';

const line = { key: '1' };
const deed = () => undefined;

test('errors that were made anew and say the same draw nothing', () => {
  const props = (errors?: object) => ({ line, deed, errors });
  expect(sameLine(props({ count: 'required' }), props({ count: 'required' }))).toBe(true);
  expect(sameLine(props(), props({}))).toBe(true);
});

test('another line, deed or error is drawn', () => {
  const props = { line, deed, errors: { count: 'required' } };
  expect(sameLine(props, { ...props, line: { key: '1' } })).toBe(false);
  expect(sameLine(props, { ...props, deed: () => undefined })).toBe(false);
  expect(sameLine(props, { ...props, errors: { count: 'notPositive' } })).toBe(false);
  expect(sameLine<object>(props, { line, deed })).toBe(false);
  expect(sameLine<object>({ line, deed, typed: undefined }, { line, deed })).toBe(false);
});
