// @vitest-environment jsdom
/** The line of pages: by buttons, by keys, and with a choice of how many rows. */
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderField } from '#src/testing/formScreen.tsx';
import { ListPages } from './ListPages.tsx';

const open = (sizes?: Parameters<typeof ListPages>[0]['sizes'], pages = 3) =>
  renderField(2, (page, onPage) => (
    <ListPages
      page={page}
      pages={pages}
      first={(page - 1) * 50}
      shown={50}
      total={pages * 50}
      onPage={onPage}
      sizes={sizes}
    />
  ));

describe('ListPages', () => {
  it('turns by buttons and by keys, and stays within the list', () => {
    const { held } = open();
    expect(screen.getByRole('status').textContent).toBe('51–100 из 150');
    fireEvent.click(screen.getByRole('button', { name: 'Раньше' }));
    expect(held.value).toBe(3);
    fireEvent.click(screen.getByRole('button', { name: 'Раньше' }));
    expect(held.value).toBe(3);
    fireEvent.keyDown(document.body, { code: 'BracketLeft' });
    expect(held.value).toBe(2);
    fireEvent.click(screen.getByRole('button', { name: 'Страница 1' }));
    expect(held.value).toBe(1);
  });

  it('lets the size be chosen, even while there is but one page', () => {
    const onSize = vi.fn();
    open({ choices: [20, 50, 100], size: 50, onSize }, 1);
    fireEvent.change(screen.getByLabelText('На странице'), { target: { value: '100' } });
    expect(onSize).toHaveBeenCalledExactlyOnceWith(100);
  });

  it('is not there for one page of a fixed size', () => {
    open(undefined, 1);
    expect(screen.queryByRole('navigation')).toBeNull();
  });
});
