// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { appConfigQuery } from '#src/api/appConfig.ts';
import { createQueryClient } from '#src/api/queryClient.ts';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { useCommandStore } from '#src/components/commands/commandStore.ts';
import type { Role } from '#src/contracts/session.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { dispatchOrder } from '#src/testing/sampleOrders.ts';
import { OrdersTable } from './OrdersTable.tsx';

const VIEW = {};
const MINUTE = 60_000;
const openDialog = vi.fn<(draft: { orders: readonly { key: string }[] }) => void>();
const asked = () => openDialog.mock.calls.map(([draft]) => draft.orders.map((order) => order.key));

/** jsdom lays nothing out: the scroller is said to be twenty rows high. */
beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 880 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 1000 });
  HTMLElement.prototype.scrollTo = vi.fn();
  useBoardStore.setState({ selected: new Set(), anchor: null, focused: null, hoveredOrder: null });
  useCommandStore.setState({ mayCommand: true, openDialog });
  openDialog.mockClear();
});

function clientOf(role: Role) {
  const client = createQueryClient();
  client.setQueryData(['session'], { login: 'd', name: 'Д', role, expiresAt: Date.now() + 3_600_000 });
  client.setQueryData(appConfigQuery.queryKey, {
    timeZone: 'Europe/Moscow',
    tiles: null,
    imageHosts: [],
    atRiskMinutes: 30,
    shiftStarts: ['08:00'],
    ordersPollSeconds: 15,
    positionsPollSeconds: 60,
    systems: { ireca: true, kassa: true },
    demo: true,
  });
  const list = { records: [], setAside: [] };
  client.setQueryData(['ireca', 'couriers'], {
    records: [
      { courierId: '7', title: 'Иван Быстров', phone: '', email: '', inn: '', roleId: null, updatedAt: null },
    ],
    setAside: [],
  });
  client.setQueryData(['ireca', 'licenses'], { licenseUse: 0, licenseTotal: 1, licenses: [], setAside: [] });
  client.setQueryData(['ireca', 'paymentTypes'], list);
  client.setQueryData(['ireca', 'dictionary', 'orderDeliveryStatuses'], {
    records: [{ statusId: '6', title: 'Подготовлен' }],
    setAside: [],
  });
  return client;
}

const day = (count: number): DispatchOrder[] =>
  Array.from({ length: count }, (_, index) =>
    dispatchOrder({ id: String(index + 1), client: `Клиент ${index + 1}` }),
  );

function show(rows: DispatchOrder[], role: Role = 'dispatcher') {
  const client = clientOf(role);
  const onHelp = vi.fn();
  const onSort = vi.fn();
  const onOpen = vi.fn<(order: DispatchOrder) => void>();
  const tree = (shown: DispatchOrder[]) => (
    <QueryClientProvider client={client}>
      <OrdersTable
        rows={shown}
        records={new Map(shown.map((order) => [order.key, order]))}
        sort={null}
        onSort={onSort}
        view={VIEW}
        settled
        cards={false}
        onHelp={onHelp}
        onOpen={onOpen}
      />
    </QueryClientProvider>
  );
  const { rerender } = render(tree(rows));
  return { onHelp, onSort, onOpen, refresh: (next: DispatchOrder[]) => rerender(tree(next)) };
}

const rowOf = (number: string) => {
  const row = screen.getByText(number).closest('tr');
  if (!row) throw new Error(`no row ${number}`);
  return row;
};
const selected = () => [...useBoardStore.getState().selected];

describe('the orders table', () => {
  it('draws only the rows in sight and says how many there are', () => {
    show(day(400));
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('401');
    const drawn = document.querySelectorAll('tr[data-key]').length;
    expect(drawn).toBeGreaterThan(15);
    expect(drawn).toBeLessThan(40);
    expect(rowOf('G-3').getAttribute('aria-rowindex')).toBe('4');
  });

  it('selects by click, Ctrl, Shift and the box', async () => {
    const user = userEvent.setup();
    show(day(30));
    await user.click(screen.getByText('Клиент 2'));
    expect(selected()).toEqual(['ireca:2']);
    await user.keyboard('{Control>}');
    await user.click(screen.getByText('Клиент 4'));
    await user.keyboard('{/Control}{Shift>}');
    await user.click(screen.getByText('Клиент 6'));
    await user.keyboard('{/Shift}');
    expect(selected()).toEqual(['ireca:4', 'ireca:5', 'ireca:6']);
    await user.click(within(rowOf('G-9')).getByRole('checkbox'));
    expect(selected()).toEqual(['ireca:4', 'ireca:5', 'ireca:6', 'ireca:9']);
    expect(rowOf('G-9').getAttribute('aria-selected')).toBe('true');
    expect(within(rowOf('G-9')).getByRole<HTMLInputElement>('checkbox').checked).toBe(true);
  });

  it('selects all shown rows, also those out of sight, by Ctrl+A and by the box in the head', async () => {
    const user = userEvent.setup();
    show(day(100));
    await user.keyboard('{Control>}a{/Control}');
    expect(selected()).toHaveLength(100);
    await user.keyboard('{Escape}');
    expect(selected()).toEqual([]);
    await user.click(screen.getByRole('checkbox', { name: 'Выбрать все показанные' }));
    expect(selected()).toHaveLength(100);
  });

  it('is worked by the keyboard, in the Russian layout too', async () => {
    const user = userEvent.setup();
    const { onHelp } = show(day(30));
    await user.keyboard('{ArrowDown}{ArrowDown} {Shift>}{ArrowDown}{/Shift}');
    expect(selected()).toEqual(['ireca:2', 'ireca:3']);
    expect(screen.getByRole('grid').getAttribute('aria-activedescendant')).toBe('order-ireca:3');
    act(() => {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ф', code: 'KeyA', bubbles: true, cancelable: true }),
      );
    });
    expect(asked()).toEqual([['ireca:2', 'ireca:3']]);
    await user.keyboard('?');
    expect(onHelp).toHaveBeenCalledOnce();
  });

  it('opens an order by Enter, by its number and by a double click, and leaves the selection as it was', async () => {
    const user = userEvent.setup();
    const { onOpen } = show(day(30));
    const opened = () => onOpen.mock.calls.map(([order]) => order.key);
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(opened()).toEqual(['ireca:2']);
    await user.click(screen.getByText('Клиент 4'));
    await user.click(screen.getByRole('link', { name: 'G-6' }));
    expect(opened()).toEqual(['ireca:2', 'ireca:6']);
    expect(screen.getByRole('link', { name: 'G-6' }).getAttribute('href')).toBe('/orders/ireca/6');
    await user.dblClick(screen.getByText('Клиент 8'));
    expect(opened()).toEqual(['ireca:2', 'ireca:6', 'ireca:8']);
    expect(selected()).toEqual(['ireca:4']);
    // The browser's own: a new tab.
    await user.keyboard('{Control>}');
    await user.click(screen.getByRole('link', { name: 'G-5' }));
    await user.keyboard('{/Control}');
    expect(opened()).toHaveLength(3);
    expect(selected()).toEqual(['ireca:4']);
  });

  it('offers «Назначить» for one order', async () => {
    const user = userEvent.setup();
    show(day(3));
    await user.click(screen.getByRole('button', { name: 'Назначить курьера заказу G-2' }));
    expect(asked()).toEqual([['ireca:2']]);
  });

  it('shows a viewer no commands', () => {
    show([dispatchOrder({ id: '1', courierId: '7' }), dispatchOrder({ id: '2' })], 'viewer');
    expect(screen.getByText('Иван Быстров')).toBeTruthy();
    expect(within(rowOf('G-1')).queryAllByRole('button')).toEqual([]);
    expect(within(rowOf('G-2')).queryAllByRole('button')).toEqual([]);
  });

  it('marks late rows, says the slack, and names what is wrong with a record', () => {
    const windowTo = Date.now() - 18 * MINUTE;
    show([
      dispatchOrder({
        id: '1',
        windowTo,
        windowFrom: windowTo + MINUTE,
        problems: ['windowReversed'],
        courierId: '99',
      }),
    ]);
    expect(rowOf('G-1').dataset.band).toBe('late');
    const mark = within(rowOf('G-1')).getByRole('img');
    expect(mark.getAttribute('aria-label')).toMatch(/Окно доставки заканчивается раньше.*Курьера 99 нет/);
  });

  it('draws only the changed row anew when a refresh changes one', async () => {
    const before = day(200);
    const { refresh } = show(before);
    const changed: Node[] = [];
    const observer = new MutationObserver((list) => changed.push(...list.map((mutation) => mutation.target)));
    observer.observe(rowOf('G-3').parentElement as HTMLElement, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    const third = dispatchOrder({ ...before[2], client: 'Новое имя' });
    refresh(before.map((order) => (order.key === third.key ? third : order)));
    await screen.findByText('Новое имя');
    observer.disconnect();
    const row = rowOf('G-3');
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.every((node) => row.contains(node))).toBe(true);
  });

  it('sorts by a head, and goes back to the default order on the third press', async () => {
    const user = userEvent.setup();
    const { onSort } = show(day(5));
    await user.click(screen.getByRole('button', { name: 'Клиент' }));
    expect(onSort).toHaveBeenLastCalledWith({ column: 'client', descending: false });
    await user.click(screen.getByRole('button', { name: /Сумма/ }));
    expect(onSort).toHaveBeenLastCalledWith({ column: 'amount', descending: true });
  });
});
