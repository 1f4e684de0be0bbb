// @vitest-environment jsdom
/** What somebody reads stays as it stands; what came meanwhile is counted and let in when asked for. */
import { act, fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useHeldList } from './useHeldList.ts';

const idOf = (row: string) => row;

function List({ rows, view = 'a' }: { rows: readonly string[]; view?: string }) {
  const held = useHeldList(rows, idOf, view);
  return (
    <div data-testid="area" {...held.hand}>
      <button onClick={held.letIn}>{held.waiting}</button>
      <p>{held.rows.join(' ')}</p>
    </div>
  );
}

const shown = () => screen.getByRole('paragraph').textContent;
const button = () => screen.getByRole('button');

describe('useHeldList', () => {
  it('follows every refresh while nobody is there', () => {
    const { rerender } = render(<List rows={['1']} />);
    rerender(<List rows={['2', '1']} />);
    expect(shown()).toBe('2 1');
    expect(button().textContent).toBe('0');
  });

  it('holds what is under the keyboard, counts what came, and lets it in on demand', () => {
    const { rerender } = render(<List rows={['1']} />);
    act(() => button().focus());
    rerender(<List rows={['3', '2', '1']} />);
    expect(shown()).toBe('1');
    expect(button().textContent).toBe('2');
    fireEvent.click(button());
    expect(shown()).toBe('3 2 1');
    expect(button().textContent).toBe('0');
    // Still held: the next ones wait again.
    rerender(<List rows={['4', '3', '2', '1']} />);
    expect(button().textContent).toBe('1');
  });

  it('lets go when the keyboard leaves', () => {
    const { rerender } = render(<List rows={['1']} />);
    act(() => button().focus());
    rerender(<List rows={['2', '1']} />);
    expect(shown()).toBe('1');
    act(() => button().blur());
    expect(shown()).toBe('2 1');
  });

  it('shows the answer to another question at once', () => {
    const { rerender } = render(<List rows={['1']} />);
    act(() => button().focus());
    rerender(<List rows={['9']} view="b" />);
    expect(shown()).toBe('9');
    expect(button().textContent).toBe('0');
  });
});
