// @vitest-environment jsdom
/** Under the hand a list holds still, says so only when it truly changed, and never goes to paper old. */
import { act, fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useStill } from './useStill.ts';

type List = { rows: string };
const sameRows = (a: List, b: List) => a.rows === b.rows;

function Held({ list }: { list: List }) {
  const { shown = list, isOld, hand } = useStill(list, 'all', sameRows);
  return (
    <div {...hand} role="list" data-old={isOld || undefined}>
      {shown.rows}
    </div>
  );
}

/** The hand rests on the list; the result shows it what came since. */
function underTheHand(list: List) {
  const { rerender } = render(<Held list={list} />);
  fireEvent.pointerMove(screen.getByRole('list'));
  return (next: List) => rerender(<Held list={next} />);
}
const old = () => screen.getByRole('list').hasAttribute('data-old');

describe('useStill', () => {
  it('is not old when the same list only was put together anew', () => {
    const come = underTheHand({ rows: 'А' });
    come({ rows: 'А' });
    expect(old()).toBe(false);
    come({ rows: 'АБ' });
    expect(old()).toBe(true);
    expect(screen.getByRole('list').textContent).toBe('А');
  });

  it('lets go before printing, at once', () => {
    const come = underTheHand({ rows: 'А' });
    come({ rows: 'АБ' });
    let printed: string | null = null;
    act(() => {
      window.dispatchEvent(new Event('beforeprint'));
      // The browser lays the paper out as soon as the event is over.
      printed = screen.getByRole('list').textContent;
    });
    expect(printed).toBe('АБ');
    expect(old()).toBe(false);
  });
});
