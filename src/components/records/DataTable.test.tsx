// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DataColumn, DataTableProps } from './DataTable.tsx';
import { DataTable } from './DataTable.tsx';

type Row = { id: string; title: string; price: number; gone?: boolean };

const COLUMNS: DataColumn<Row>[] = [
  {
    id: 'title',
    label: 'Название',
    width: 200,
    grow: true,
    cell: (row) => row.title,
    sortBy: (row) => row.title,
  },
  {
    id: 'price',
    label: 'Цена',
    width: 90,
    align: 'end',
    cell: (row) => row.price,
    sortBy: (row) => row.price,
  },
  {
    id: 'phone',
    label: 'Телефон',
    width: 90,
    cell: (row) => (
      <a href={`tel:${row.id}`} tabIndex={-1}>
        {`звонок ${row.id}`}
      </a>
    ),
  },
];
const day = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({
    id: String(index + 1),
    title: `Товар ${index + 1}`,
    price: index,
  }));

/** jsdom lays nothing out: the scroller is said to be twenty rows high. */
beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 880 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 1000 });
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 880 });
  HTMLElement.prototype.scrollTo = vi.fn();
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
});

function show(rows: Row[], more: Partial<DataTableProps<Row>> = {}) {
  const onOpen = vi.fn<(id: string) => void>();
  const onRemove = vi.fn<(id: string) => void>();
  const onSort = vi.fn<DataTableProps<Row>['onSort']>();
  const tree = (shown: Row[], changed: Partial<DataTableProps<Row>> = {}) => (
    <DataTable
      label="Товары"
      rows={shown}
      columns={COLUMNS}
      idOf={idOf}
      sort={null}
      onSort={onSort}
      onOpen={onOpen}
      onRemove={onRemove}
      hrefOf={hrefOf}
      muted={muted}
      empty={<p>пусто</p>}
      {...more}
      {...changed}
    />
  );
  const { rerender } = render(tree(rows));
  return {
    onOpen,
    onRemove,
    onSort,
    refresh: (next: Row[], changed?: Partial<DataTableProps<Row>>) => rerender(tree(next, changed)),
  };
}
const idOf = (row: Row) => row.id;
const hrefOf = (id: string) => `/goods/${id}`;
const muted = (row: Row) => row.gone === true;
const rowOf = (id: string) => {
  const row = document.querySelector<HTMLElement>(`tr[data-id="${id}"]`);
  if (!row) throw new Error(`no row ${id}`);
  return row;
};
const focusedRow = () => document.activeElement?.getAttribute('data-id');

describe('a table of records', () => {
  it('draws only the rows in sight and says how many there are', () => {
    show(day(5000));
    expect(screen.getByRole('grid', { name: 'Товары' }).getAttribute('aria-rowcount')).toBe('5001');
    const drawn = document.querySelectorAll('tr[data-id]').length;
    expect(drawn).toBeGreaterThan(15);
    expect(drawn).toBeLessThan(40);
    expect(rowOf('3').getAttribute('aria-rowindex')).toBe('4');
  });

  it('shows what stands in place of rows when there are none', () => {
    show([]);
    expect(screen.getByText('пусто')).toBeTruthy();
    expect(screen.queryByRole('grid')).toBeNull();
  });

  it('has one row that Tab reaches, and walks by arrows, Home, End and pages', async () => {
    const user = userEvent.setup();
    show(day(200));
    expect(document.querySelectorAll('tr[tabindex="0"]')).toHaveLength(1);
    await user.keyboard('{ArrowDown}');
    expect(focusedRow()).toBe('1');
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(focusedRow()).toBe('2');
    await user.keyboard('{End}');
    expect(focusedRow()).toBe('200');
    await user.keyboard('{PageUp}');
    expect(Number(focusedRow())).toBeLessThan(190);
    await user.keyboard('{Home}{ArrowUp}');
    expect(focusedRow()).toBe('1');
    expect(document.querySelectorAll('tr[tabindex="0"]')).toHaveLength(1);
  });

  it('opens by Enter, by its link and by a click beside it; its other links are their own', async () => {
    const user = userEvent.setup();
    const { onOpen, onRemove } = show(day(8));
    const opened = () => onOpen.mock.calls.map(([id]) => id);
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(opened()).toEqual(['2']);
    await user.click(screen.getByText('Товар 4'));
    await user.click(within(rowOf('6')).getByText('5'));
    expect(opened()).toEqual(['2', '4', '6']);
    expect(screen.getByText('Товар 4').getAttribute('href')).toBe('/goods/4');
    const elsewhere = (event: Event) => event.preventDefault();
    document.addEventListener('click', elsewhere);
    await user.click(screen.getByText('звонок 7'));
    // A new tab is the browser's own.
    await user.keyboard('{Control>}');
    await user.click(screen.getByText('Товар 8'));
    await user.keyboard('{/Control}');
    document.removeEventListener('click', elsewhere);
    expect(opened()).toEqual(['2', '4', '6']);
    await user.keyboard('{Delete}');
    expect(onRemove).not.toHaveBeenCalled();
    rowOf('3').focus();
    await user.keyboard('{Delete}');
    expect(onRemove).toHaveBeenCalledExactlyOnceWith('3');
  });

  it('goes into the links of a row by → and back by ←', async () => {
    const user = userEvent.setup();
    show(day(3));
    await user.keyboard('{ArrowDown}{ArrowRight}');
    expect(document.activeElement?.textContent).toBe('звонок 1');
    await user.keyboard('{ArrowLeft}');
    expect(focusedRow()).toBe('1');
  });

  it('sorts by a head, and only where there is something to sort by', async () => {
    const user = userEvent.setup();
    const { onSort, refresh } = show(day(3));
    await user.click(screen.getByRole('button', { name: 'Цена' }));
    expect(onSort).toHaveBeenLastCalledWith({ column: 'price', down: false });
    refresh(day(3), { sort: { column: 'price', down: true } });
    expect(screen.getByRole('columnheader', { name: 'Цена' }).getAttribute('aria-sort')).toBe('descending');
    await user.click(screen.getByRole('button', { name: 'Цена' }));
    expect(onSort).toHaveBeenLastCalledWith(null);
    expect(screen.queryByRole('button', { name: 'Телефон' })).toBeNull();
  });

  it('says of a deleted row that it is deleted, and which one is open', () => {
    show([{ id: '1', title: 'Старый', price: 1, gone: true }, ...day(3).slice(1)], { openId: '2' });
    expect(within(rowOf('1')).getByText('удалён')).toBeTruthy();
    expect(within(rowOf('2')).queryByText('удалён')).toBeNull();
    expect(rowOf('2').getAttribute('aria-current')).toBe('true');
  });

  it('keeps the focus on its row through a refresh, and gives it to the next one when that row is gone', async () => {
    const user = userEvent.setup();
    const rows = day(50);
    const { refresh } = show(rows);
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    refresh([{ id: 'new', title: 'Новый', price: 0 }, ...rows.map((row) => ({ ...row }))]);
    expect(focusedRow()).toBe('3');
    refresh(rows.filter(({ id }) => id !== '3'));
    expect(focusedRow()).toBe('4');
  });

  it('gives the focus back to the row whose record was open', () => {
    const rows = day(10);
    const { refresh } = show(rows, { openId: '5' });
    refresh(rows, { openId: null });
    expect(focusedRow()).toBe('5');
  });
});
