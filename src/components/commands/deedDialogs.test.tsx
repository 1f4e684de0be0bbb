// @vitest-environment jsdom
/** The dialogs of the rarer deeds, and what is asked before receipts are forgotten, as a dispatcher uses them. */
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { beforeEach, expect, test, vi } from 'vitest';
import { ORDERS_FEED } from '#src/api/ordersFeed.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { FormScreen, testQueryClient } from '#src/testing/formScreen.tsx';
import { feedOf } from '#src/testing/sampleFeed.ts';
import { dispatchOrder, rawIrecaOrder } from '#src/testing/sampleOrders.ts';
import { BulkBar } from './BulkBar.tsx';
import { CancelDialog } from './CancelDialog.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';
import { OutcomePanel } from './OutcomePanel.tsx';
import { ReaddressDialog } from './ReaddressDialog.tsx';
import { RescheduleDialog } from './RescheduleDialog.tsx';
import { SetDeliveryDialog } from './SetDeliveryDialog.tsx';
import type { CommandDraft } from './commandDraft.ts';
import { newDraft } from './commandDraft.ts';
import { useCommandStore } from './commandStore.ts';

const HALF_HOUR = 30 * 60_000;
/** 14:00–15:00 in Moscow, on a day that is yet to come. */
const FROM = Date.UTC(2099, 5, 1, 11);
const TO = Date.UTC(2099, 5, 1, 12);

const order = (id: string, changes: Partial<DispatchOrder> = {}) =>
  dispatchOrder({ id, windowFrom: FROM, windowTo: TO, address: 'Садовая, 5', paid: false, ...changes });
const kassa = dispatchOrder({ id: '9', system: 'kassa', number: 'BFt-9', status: 'ACCEPTED' });

let client = testQueryClient();
/** By order: what `GET /orders?orderId=` and `GET /orderReceipts?orderId=` answer; a function may fail. */
let ireca: Record<string, () => Promise<Response>> = {};

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
  ireca = {};
  useCommandStore.setState({ ...useCommandStore.getInitialState(), mayCommand: true });
  vi.stubGlobal('fetch', (path: string) => ireca[path]?.() ?? Promise.resolve(Response.json([])));
});

function Dialogs() {
  const draft = useCommandStore((state) => state.dialog);
  const of = <K extends CommandDraft['kind']>(kind: K) =>
    draft?.kind === kind ? (draft as Extract<CommandDraft, { kind: K }>) : null;
  return (
    <>
      <CancelDialog draft={of('cancel')} />
      <RescheduleDialog draft={of('reschedule')} />
      <ReaddressDialog draft={of('readdress')} />
      <SetDeliveryDialog draft={of('setDelivery')} />
      <DeleteDialog draft={of('delete')} />
    </>
  );
}

function screenWith(orders: DispatchOrder[], children: React.ReactNode = <Dialogs />) {
  client = testQueryClient();
  client.setQueryData(['ireca', 'orderReturnReasons'], {
    records: [{ reasonId: '5276', title: 'Клиент передумал', type: 'standard' }],
    setAside: [],
  });
  client.setQueryData(['ireca', 'dictionary', 'orderDeliveryStatuses'], {
    records: [
      { statusId: '6', title: 'Подготовлен' },
      { statusId: '7', title: 'Заказ взят курьером' },
      { statusId: '11', title: 'Заказ отменен' },
    ],
    setAside: [],
  });
  client.setQueryData(ORDERS_FEED, feedOf(orders));
  return render(
    <FormScreen client={client}>
      <MemoryRouter>{children}</MemoryRouter>
    </FormScreen>,
  );
}

const open = (draft: CommandDraft) => act(() => useCommandStore.getState().openDialog(draft));
const runs = () => useCommandStore.getState().runs;
const button = (name: string | RegExp) => screen.findByRole<HTMLButtonElement>('button', { name });

test('a shift gives each order its own window, and leaves out what has none', async () => {
  const user = userEvent.setup();
  const orders = [
    order('1'),
    order('2', { windowFrom: FROM - HALF_HOUR }),
    order('3', { windowFrom: null, windowTo: null }),
    kassa,
  ];
  screenWith(orders);
  open(newDraft.reschedule(orders));
  expect(
    await screen.findByText(/будет перенесено 2 · нельзя 2: .*окна нет, сдвигать нечего \(1\)/),
  ).toBeTruthy();
  expect(screen.getByText(/14:00–15:00 → .*14:30–15:30/)).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: '+1 ч' }));
  await user.dblClick(await button('Сдвинуть 2 заказа на +1 ч'));
  expect(runs()).toHaveLength(1);
  expect(runs()[0]).toMatchObject({
    action: { type: 'reschedule' },
    targets: [
      {
        key: 'ireca:1',
        window: { from: FROM + 2 * HALF_HOUR, to: TO + 2 * HALF_HOUR },
        shownWindow: { from: FROM, to: TO },
      },
      { key: 'ireca:2', window: { from: FROM + HALF_HOUR, to: TO + 2 * HALF_HOUR } },
    ],
  });
});

test('one order begins with its own window; what is wrong is said at its field and nothing is sent', async () => {
  const user = userEvent.setup();
  screenWith([order('1')]);
  open(newDraft.reschedule([order('1')]));
  const from = await screen.findByRole<HTMLInputElement>('textbox', { name: 'С' });
  const to = screen.getByRole<HTMLInputElement>('textbox', { name: 'До' });
  expect([from.value, to.value]).toEqual(['14:00', '15:00']);
  expect(screen.getByText('нельзя 1: окно уже такое')).toBeTruthy();
  await user.clear(to);
  await user.click(await button('Перенести 1 заказ'));
  expect(to.getAttribute('aria-invalid')).toBe('true');
  expect(runs()).toEqual([]);
  await user.type(to, '16:30');
  await user.click(await button(/^Перенести 1 заказ на .*14:00–16:30/));
  expect(runs()[0]?.targets).toMatchObject([{ window: { from: FROM, to: TO + 3 * HALF_HOUR } }]);
});

test('a window that somebody moves under the open dialog is shown and kept back', async () => {
  const user = userEvent.setup();
  const orders = [order('1'), order('2')];
  screenWith(orders);
  open(newDraft.reschedule(orders));
  await button('Сдвинуть 2 заказа на +30 мин');
  const moved = order('2', { windowTo: TO + HALF_HOUR });
  act(() => void client.setQueryData(ORDERS_FEED, feedOf([orders[0] as DispatchOrder, moved])));
  const notice = await screen.findByRole('alert');
  expect(notice.textContent).toMatch(/14:00–15:00 → .*14:00–15:30/);
  await user.click(await button('Сдвинуть 1 заказ на +30 мин'));
  expect(runs()[0]?.lines['ireca:2']).toMatchObject({ outcome: 'changed', reason: 'windowChanged' });
});

test('an address: one begins with its own and must be changed, many are told that they get the same', async () => {
  const user = userEvent.setup();
  const orders = [order('1'), order('2'), order('3', { status: '9', stage: 'delivered' })];
  screenWith(orders);
  open(newDraft.readdress([order('1')]));
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox');
  expect(field.value).toBe('Садовая, 5');
  expect((await button('Сменить адрес')).disabled).toBe(true);
  await user.clear(field);
  await user.type(field, 'Невский,  10{Enter}');
  expect(runs()[0]).toMatchObject({
    action: { type: 'readdress', addressTo: 'Невский, 10' },
    targets: [{ key: 'ireca:1', shownAddress: 'Садовая, 5' }],
  });

  act(() => useCommandStore.setState({ runs: [], pending: new Set() }));
  open(newDraft.readdress(orders));
  expect(await screen.findByText(/Все 2 заказа получат один и тот же адрес/)).toBeTruthy();
  await user.click(await button('Сменить адрес 2 заказам'));
  expect(screen.getByText('Введите адрес')).toBeTruthy();
  expect(runs()).toEqual([]);
});

test('a status: only the dispatcher’s move can be chosen, the others say whose they are', async () => {
  const user = userEvent.setup();
  const orders = [order('1', { status: '1', stage: 'new' }), order('2')];
  screenWith(orders);
  open(newDraft.setDelivery(orders));
  expect(await screen.findByText('сменят статус 1 · нельзя 1: уже в этом статусе')).toBeTruthy();
  const radios = screen.getAllByRole<HTMLInputElement>('radio');
  expect(radios.filter(({ disabled }) => !disabled).map(({ value }) => value)).toEqual(['6']);
  expect(screen.getByText('через «Отменить»: нужна причина')).toBeTruthy();
  await user.click(await button('«Подготовлен»: 1 заказ'));
  expect(runs()[0]).toMatchObject({
    action: { type: 'setDelivery', deliveryStatusId: '6' },
    targets: [{ key: 'ireca:1' }],
  });
});

test('deleting waits for the number of the one, or the count of the many', async () => {
  const user = userEvent.setup();
  const orders = [order('1'), order('2'), order('3', { status: '7', stage: 'taken' })];
  screenWith(orders);
  open(newDraft.delete(orders));
  const submit = await button('Удалить 2 заказа насовсем');
  const field = screen.getByRole('textbox', { name: 'Чтобы удалить, введите, сколько заказов исчезнет: 2' });
  await user.type(field, '3{Enter}');
  expect(submit.disabled).toBe(true);
  expect(screen.getByText('Введено не то, что нужно')).toBeTruthy();
  // One of them goes: what was typed for two is not enough for one.
  await user.clear(field);
  await user.type(field, '2');
  expect(submit.disabled).toBe(false);
  act(() => void client.setQueryData(ORDERS_FEED, feedOf(orders.slice(1))));
  const one = await button('Удалить 1 заказ насовсем');
  expect(one.disabled).toBe(true);
  await user.clear(screen.getByRole('textbox'));
  await user.type(screen.getByRole('textbox'), 'g-2{Enter}');
  expect(runs()[0]).toMatchObject({ action: { type: 'delete' }, targets: [{ key: 'ireca:2' }] });
});

const CARRIED = order('5', { status: '7', stage: 'taken' });
const RECEIPTS = '/api/ireca/orderReceipts?orderId=5';
const WHOLE = '/api/ireca/orders?orderId=5';
const whole = rawIrecaOrder({ orderId: 5, deliveryStatusId: 7, statusId: 1, receiptStatusId: 0 });

test('an order with a receipt or a payment is cancelled only after a second, named confirmation', async () => {
  const user = userEvent.setup();
  ireca[WHOLE] = () => Promise.resolve(Response.json(whole));
  ireca[RECEIPTS] = () =>
    Promise.resolve(
      Response.json({
        courierId: 7,
        serialNumber: '1',
        shiftNumber: '4',
        fn: '99',
        fdNumber: '15',
        receiptNumber: '77',
        fiscalSign: '1',
        dateTimeReceipt: '2026-03-02 09:00:00',
        ffdVersion: '1.2',
      }),
    );
  screenWith([CARRIED]);
  open(newDraft.cancel([CARRIED]));
  const check = await screen.findByRole('region', { name: 'Чеки и оплаты' });
  expect(await within(check).findByText(/чек № 77 напечатан · оплачено/)).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'Клиент передумал' }));
  const submit = await button('Отменить 1 заказ');
  expect(submit.disabled).toBe(true);
  await user.click(
    within(check).getByRole('checkbox', { name: 'Всё равно отменить: понимаю, что нужен возврат' }),
  );
  await user.click(submit);
  expect(runs()[0]?.action).toMatchObject({ type: 'cancel', reasonId: '5276' });
});

test('a check that takes too long, or fails, is said; the way on is an explicit word', async () => {
  const user = userEvent.setup();
  let fail = () => {};
  ireca[WHOLE] = () =>
    new Promise((resolve) => {
      fail = () =>
        resolve(Response.json({ error: { code: 'upstreamUnreachable', system: 'ireca' } }, { status: 502 }));
    });
  screenWith([CARRIED]);
  open(newDraft.cancel([CARRIED]));
  await user.click(await screen.findByRole('radio', { name: 'Клиент передумал' }));
  const submit = await button('Отменить 1 заказ');
  expect(submit.disabled).toBe(true);
  await user.click(await button('Не ждать'));
  const box = () => screen.getByRole('checkbox', { name: 'Всё равно отменить, хотя чеки не проверены' });
  await user.click(box());
  expect(submit.disabled).toBe(false);
  // What becomes known later was not confirmed.
  act(() => fail());
  expect(await screen.findByText(/Не удалось проверить: G-5/)).toBeTruthy();
  expect(submit.disabled).toBe(true);
  await user.click(box());
  await user.click(submit);
  expect(runs()).toHaveLength(1);
});

test('the bar and its menu offer the legal part of the selection', async () => {
  const user = userEvent.setup();
  const orders = [order('1', { status: '1', stage: 'new' }), CARRIED, kassa];
  screenWith(orders, <BulkBar orders={orders} onClear={() => {}} extra={<span>сюда экспорт</span>} />);
  expect(screen.getByText('сюда экспорт')).toBeTruthy();
  await user.click(await button(/^Перенести окно: 2 из 3/));
  expect(useCommandStore.getState().dialog?.kind).toBe('reschedule');
  for (const [name, kind] of [
    [/^Сменить адрес….*2 из 3/, 'readdress'],
    [/^Статус….*1 из 3/, 'setDelivery'],
    [/^Удалить 1 из 3…/, 'delete'],
  ] as const) {
    await user.click(await button('Ещё'));
    await user.click(await screen.findByRole('menuitem', { name }));
    expect(useCommandStore.getState().dialog?.kind).toBe(kind);
  }
});

test('the panel says what each deed has brought about, and offers to put windows back only', async () => {
  const user = userEvent.setup();
  const settle = (draft: { type: 'reschedule' } | { type: 'delete' }, own: object) => {
    const { start, patchRun } = useCommandStore.getState();
    const seen = { status: '6', courierId: null };
    const id = start({
      action: draft,
      targets: [{ system: 'ireca', id: '1', key: 'ireca:1', number: 'G-1', seen, ...own }],
    });
    patchRun(id ?? '', (run) => ({
      ...run,
      state: 'settled',
      chunks: run.chunks.map((chunk) => ({ ...chunk, state: 'settled' })),
      lines: {
        'ireca:1': {
          key: 'ireca:1',
          outcome: 'done',
          reason: null,
          before: seen,
          after: draft.type === 'delete' ? null : seen,
          message: null,
        },
      },
    }));
  };
  const shownWindow = { from: FROM, to: TO };
  const window = { from: FROM + HALF_HOUR, to: TO + HALF_HOUR };
  settle({ type: 'reschedule' }, { window, shownWindow });
  screenWith([order('1')], <OutcomePanel />);
  expect(screen.getByRole('listitem').textContent).toMatch(/14:00–15:00 → .*14:30–15:30/);
  await user.click(await button('Отменить действие'));
  expect(runs()[0]).toMatchObject({
    action: { type: 'reschedule' },
    targets: [{ key: 'ireca:1', window: shownWindow, shownWindow: window }],
  });
  expect(screen.getByText('Возврат')).toBeTruthy();

  act(() => useCommandStore.setState({ runs: [] }));
  act(() => settle({ type: 'delete' }, {}));
  expect(screen.getByRole('listitem').textContent).toContain('удалён из iRECA');
  expect(screen.queryByRole('button', { name: 'Отменить действие' })).toBeNull();
});
