import { describe, expect, it } from 'vitest';
import { gridAction, stepOf } from './gridKeys.ts';
import type { Pressed } from './gridKeys.ts';

const press = (part: Partial<Pressed>): Pressed => ({
  key: '',
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...part,
});

describe('gridAction', () => {
  it.each([
    ['ArrowDown', 1],
    ['ArrowUp', -1],
    ['PageDown', 'page'],
    ['PageUp', '-page'],
    ['Home', 'first'],
    ['End', 'last'],
  ] as const)('%s moves', (key, by) => {
    expect(gridAction(press({ key }))).toEqual({ do: 'move', by, extend: false });
    expect(gridAction(press({ key, shiftKey: true }))).toEqual({ do: 'move', by, extend: true });
  });
  it('takes letters by their place on the keyboard, so that the Russian layout works', () => {
    expect(gridAction(press({ key: 'ф', code: 'KeyA' }))).toEqual({ do: 'assign' });
    expect(gridAction(press({ key: 'с', code: 'KeyC' }))).toEqual({ do: 'cancel' });
    expect(gridAction(press({ key: 'к', code: 'KeyR' }))).toEqual({ do: 'reschedule' });
    expect(gridAction(press({ key: 'r', code: 'KeyR', ctrlKey: true }))).toBeNull();
    expect(gridAction(press({ key: 'ф', code: 'KeyA', ctrlKey: true }))).toEqual({ do: 'selectAll' });
    expect(gridAction(press({ key: 'a', code: 'KeyA', metaKey: true }))).toEqual({ do: 'selectAll' });
  });
  it('walks along the buttons of a row', () => {
    expect(gridAction(press({ key: 'ArrowRight' }))).toEqual({ do: 'walk', back: false });
    expect(gridAction(press({ key: 'ArrowLeft' }))).toEqual({ do: 'walk', back: true });
  });
  it('knows Space, Enter, Esc and ?', () => {
    expect(gridAction(press({ key: ' ' }))).toEqual({ do: 'toggle' });
    expect(gridAction(press({ key: 'Enter' }))).toEqual({ do: 'open' });
    expect(gridAction(press({ key: 'Enter', shiftKey: true }))).toBeNull();
    expect(gridAction(press({ key: 'Escape' }))).toEqual({ do: 'clear' });
    expect(gridAction(press({ key: '?', code: 'Digit7', shiftKey: true }))).toEqual({ do: 'help' });
    expect(gridAction(press({ key: ',', code: 'Slash', shiftKey: true }))).toEqual({ do: 'help' });
  });
  it('leaves copying, the browser and capitals alone', () => {
    expect(gridAction(press({ key: 'c', code: 'KeyC', ctrlKey: true }))).toBeNull();
    expect(gridAction(press({ key: 'A', code: 'KeyA', shiftKey: true }))).toBeNull();
    expect(gridAction(press({ key: 'ArrowDown', altKey: true }))).toBeNull();
  });
});

describe('stepOf', () => {
  it('keeps one row of context when paging', () => {
    expect(stepOf('page', 12, 500)).toBe(11);
    expect(stepOf('-page', 12, 500)).toBe(-11);
    expect(stepOf('page', 0, 500)).toBe(1);
  });
  it('reaches the ends from anywhere', () => {
    expect(stepOf('first', 12, 500)).toBe(-500);
    expect(stepOf('last', 12, 500)).toBe(500);
    expect(stepOf(-1, 12, 500)).toBe(-1);
  });
});
