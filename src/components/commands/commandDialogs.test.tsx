// @vitest-environment jsdom
/** The dialogs, the bulk bar and the panel as a dispatcher uses them. */
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { ORDERS_FEED } from '#src/api/ordersFeed.ts';
import { POSITIONS_FEED } from '#src/api/couriers.ts';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import type { OutcomeLine } from '#src/contracts/command.ts';
import type { Role } from '#src/contracts/session.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { FormScreen, testQueryClient } from '#src/testing/formScreen.tsx';
import { feedOf } from '#src/testing/sampleFeed.ts';
import { directoryOf, dispatchOrder } from '#src/testing/sampleOrders.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { BulkBar } from './BulkBar.tsx';
import { CancelDialog } from './CancelDialog.tsx';
import { CourierPicker } from './CourierPicker.tsx';
import { OutcomePanel } from './OutcomePanel.tsx';
import type { CommandRun } from './commandRun.ts';
import { newDraft } from './commandDraft.ts';
import { runRows } from './commandRun.ts';
import { useCommandStore } from './commandStore.ts';

const COURIERS = [
  { courierId: '7', title: 'Алексей Быстров', phone: '+79111111111' },
  { courierId: '8', title: 'Семён Орёл', phone: '' },
  { courierId: '9', title: 'Даша Ветрова', phone: '89033333333' },
].map((courier) => ({ email: '', roleId: null, inn: '', updatedAt: null, ...courier }));
const ON_SHIFT = ['7', '8'];

const POINT = { latitude: 59.93, longitude: 30.36 };
const REASONS = [
  { reasonId: '5276', title: 'Клиент передумал', type: 'standard' },
  { reasonId: '5277', title: 'Нет товара', type: 'standard' },
];

const ireca = (id: string, changes: Partial<DispatchOrder> = {}) =>
  dispatchOrder({ id, point: POINT, ...changes });
const kassa = (id: string, status: string, changes: Partial<DispatchOrder> = {}) =>
  dispatchOrder({ id, system: 'kassa', number: `BFt-${id}`, status, ...changes });

let client = testQueryClient();
let fail: string[] = [];

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
  fail = [];
  useCommandStore.setState({
    ...useCommandStore.getInitialState(),
    mayCommand: true,
    directory: directoryOf(COURIERS, ON_SHIFT),
  });
  useBoardStore.getState().clear();
  vi.stubGlobal('fetch', (path: string) => {
    if (fail.includes(path))
      return Promise.resolve(
        Response.json({ error: { code: 'upstreamUnreachable', system: 'ireca' } }, { status: 502 }),
      );
    if (path === '/api/ireca/orderReturnReasons') return Promise.resolve(Response.json(REASONS));
    return Promise.resolve(Response.json([]));
  });
});

function screenWith(orders: DispatchOrder[], children: React.ReactNode, role: Role = 'dispatcher') {
  client = testQueryClient('dima', role);
  client.setQueryData(['ireca', 'couriers'], { records: COURIERS, setAside: [] });
  client.setQueryData(['ireca', 'licenses'], {
    licenseUse: 2,
    licenseTotal: 5,
    licenses: ON_SHIFT.map((courierId) => ({ courierId, deviceId: 'd', deviceTitle: '', sessionStartAt: 1 })),
    setAside: [],
  });
  client.setQueryData(['ireca', 'dictionary', 'orderDeliveryStatuses'], {
    records: [
      { statusId: '6', title: 'Подготовлен' },
      { statusId: '7', title: 'Заказ взят курьером' },
      { statusId: '9', title: 'Заказ доставлен' },
    ],
    setAside: [],
  });
  client.setQueryData(
    POSITIONS_FEED,
    feedOf([
      {
        key: 'ireca:7',
        courierId: '7',
        createdAt: Date.now() - 40_000,
        latitude: 59.949,
        longitude: 30.36,
        accuracy: 5,
        orderId: null,
      },
    ]),
  );
  client.setQueryData(ORDERS_FEED, feedOf(orders));
  return render(<FormScreen client={client}>{children}</FormScreen>);
}

function Dialogs() {
  const draft = useCommandStore((state) => state.dialog);
  return (
    <>
      <AssignDialog draft={draft?.kind === 'assign' ? draft : null} />
      <CancelDialog draft={draft?.kind === 'cancel' ? draft : null} />
    </>
  );
}

const runs = () => useCommandStore.getState().runs;
const sentKeys = () => runs()[0]?.targets.map((target) => target.key);
const openAssign = (orders: DispatchOrder[], courierId: string | null = null) =>
  act(() => useCommandStore.getState().openDialog(newDraft.assign(orders, courierId)));
const openCancel = (orders: DispatchOrder[]) =>
  act(() => useCommandStore.getState().openDialog(newDraft.cancel(orders)));

const MIXED = [
  ireca('1'),
  ireca('2', { status: '9', stage: 'delivered', open: false }),
  kassa('3', 'ACCEPTED'),
];

test('«Назначить» names the couriers with their reasons, the best first, and sends only what is legal', async () => {
  const user = userEvent.setup();
  screenWith(MIXED, <Dialogs />);
  openAssign(MIXED);
  expect(await screen.findByRole('heading', { name: 'Назначить: 3 заказа' })).toBeTruthy();
  const options = screen.getAllByRole('option');
  expect(options[0]?.textContent).toContain('Алексей Быстров');
  expect(options[0]?.textContent).toMatch(/на смене · 2,1 км до адреса · свободен · 4\d с назад/);
  expect(options[0]?.getAttribute('aria-selected')).toBe('true');
  expect(screen.getByText('будет назначено 2 · нельзя 1: уже доставлен')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Назначить 2 заказа → Алексей Быстров' }));
  expect(sentKeys()).toEqual(['ireca:1', 'kassa:3']);
  expect(runs()[0]).toMatchObject({
    action: { type: 'assign', courierId: '7' },
    courierName: 'Алексей Быстров',
  });
  expect(useCommandStore.getState().dialog).toBeNull();
});

test('typing filters (ё = е, phone digits), arrows move, Enter assigns once', async () => {
  const user = userEvent.setup();
  screenWith(MIXED, <Dialogs />);
  openAssign([MIXED[0] as DispatchOrder]);
  const field = await screen.findByRole('combobox');
  await user.type(field, 'орел');
  expect(screen.getAllByRole('option').map((option) => option.getAttribute('data-courier'))).toEqual(['8']);
  await user.clear(field);
  await user.type(field, '903333');
  expect(screen.getAllByRole('option').map((option) => option.getAttribute('data-courier'))).toEqual(['9']);
  await user.clear(field);
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('option', { selected: true }).getAttribute('data-courier')).toBe('8');
  await user.keyboard('{Enter}{Enter}');
  expect(runs()).toHaveLength(1);
  expect(runs()[0]).toMatchObject({ action: { courierId: '8' } });
});

test('a courier whom Kassa does not know is shown with the reason, and the Kassa order is not sent', async () => {
  const user = userEvent.setup();
  screenWith(MIXED, <Dialogs />);
  openAssign([ireca('1'), kassa('3', 'ACCEPTED')], '8');
  const option = await screen.findByRole('option', { selected: true });
  expect(option.textContent).toContain('Касса — нельзя 1 заказ: у курьера нет телефона');
  expect(screen.getByText(/будет назначено 1 · нельзя 1: у курьера нет телефона/)).toBeTruthy();
  await user.dblClick(option);
  expect(sentKeys()).toEqual(['ireca:1']);
});

test('an order that changes under the open dialog is shown and kept back until the dispatcher has looked', async () => {
  const user = userEvent.setup();
  const two = [ireca('1'), ireca('2')];
  screenWith(two, <Dialogs />);
  openAssign(two);
  await screen.findByRole('button', { name: /^Назначить 2 заказа/ });
  const changed = ireca('2', { status: '7', stage: 'taken', courierId: '9' });
  act(() => void client.setQueryData(ORDERS_FEED, feedOf([two[0] as DispatchOrder, changed])));
  const notice = await screen.findByRole('alert');
  expect(notice.textContent).toContain('без курьера → Даша Ветрова · Подготовлен → Заказ взят курьером');
  expect(screen.getByRole('button', { name: /^Назначить 1 заказ →/ })).toBeTruthy();
  await user.click(within(notice).getByRole('button', { name: 'Учесть изменения' }));
  await user.click(screen.getByRole('button', { name: /^Назначить 2 заказа/ }));
  expect(runs()[0]?.targets.map((target) => target.seen)).toEqual([
    { status: '6', courierId: null },
    { status: '7', courierId: '9' },
  ]);
});

test('an order that changed and was not looked at is not sent, and the panel names it', async () => {
  const user = userEvent.setup();
  const two = [ireca('1'), ireca('2')];
  screenWith(two, <Dialogs />);
  openAssign(two);
  await screen.findByRole('button', { name: /^Назначить 2 заказа/ });
  const changed = ireca('2', { status: '7', stage: 'taken', courierId: '9' });
  act(() => void client.setQueryData(ORDERS_FEED, feedOf([two[0] as DispatchOrder, changed])));
  await user.click(await screen.findByRole('button', { name: /^Назначить 1 заказ →/ }));
  const run = runs()[0] as CommandRun;
  expect(run.chunks.map(({ size, state }) => [size, state])).toEqual([
    [1, 'waiting'],
    [1, 'settled'],
  ]);
  expect(runRows(run).map(({ target, state }) => [target.key, state])).toEqual([
    ['ireca:1', 'queued'],
    ['ireca:2', 'changed'],
  ]);
});

test('an order with a command in flight is not commanded again', async () => {
  screenWith([ireca('1'), ireca('2')], <Dialogs />);
  act(() => useCommandStore.setState({ pending: new Set(['ireca:1'] as const) }));
  openAssign([ireca('1'), ireca('2')]);
  expect(await screen.findByText('будет назначено 1 · нельзя 1: по нему ещё идёт команда')).toBeTruthy();
});

const CANCELLED = [
  ireca('1'),
  ireca('2', { status: '7', stage: 'taken', courierId: '7' }),
  kassa('3', 'ACCEPTED'),
  kassa('4', 'NEW'),
  kassa('5', 'ISSUED', { stage: 'taken' }),
];

test('«Отменить» says what will really happen to each order', async () => {
  screenWith(CANCELLED, <Dialogs />);
  openCancel(CANCELLED);
  expect(
    await screen.findByText(
      'iRECA: отмена 2 · Касса: отказ 1 · Касса: удаление 1 · нельзя 1: уже у курьера на руках',
    ),
  ).toBeTruthy();
  expect(screen.getByText('Заказ взят курьером, Алексей Быстров')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Отменить 4 заказа' })).toBeTruthy();
});

test('without a reason the error stands at its place, the focus goes there and nothing is sent', async () => {
  const user = userEvent.setup();
  screenWith(CANCELLED, <Dialogs />);
  openCancel(CANCELLED);
  await screen.findByRole('radio', { name: 'Клиент передумал' });
  await user.type(screen.getByRole('textbox', { name: 'Комментарий для Кассы' }), ' нет дома ');
  const submit = screen.getByRole('button', { name: 'Отменить 4 заказа' });
  await user.click(submit);
  expect(runs()).toEqual([]);
  const group = screen.getByRole('group', { name: /Причина отмены/ });
  expect(within(group).getByRole('alert').textContent).toContain('Выберите причину');
  expect(group.contains(document.activeElement)).toBe(true);

  await user.click(screen.getByRole('radio', { name: 'Нет товара' }));
  expect(screen.queryByRole('alert')).toBeNull();
  await user.dblClick(submit);
  expect(runs()).toHaveLength(1);
  expect(runs()[0]?.action).toEqual({ type: 'cancel', reasonId: '5277', comment: 'нет дома' });
  expect(sentKeys()).toEqual(['ireca:1', 'ireca:2', 'kassa:3', 'kassa:4']);
});

test('Kassa alone needs no reason', async () => {
  const user = userEvent.setup();
  screenWith(CANCELLED, <Dialogs />);
  openCancel([kassa('4', 'NEW')]);
  await user.click(await screen.findByRole('button', { name: 'Отменить 1 заказ' }));
  expect(runs()[0]?.action).toEqual({ type: 'cancel', reasonId: null, comment: null });
});

test('a list of reasons that cannot be read says so and is asked again', async () => {
  const user = userEvent.setup();
  fail = ['/api/ireca/orderReturnReasons'];
  screenWith(CANCELLED, <Dialogs />);
  openCancel(CANCELLED);
  expect(await screen.findByText('Список причин не прочитан.')).toBeTruthy();
  fail = [];
  await user.click(screen.getByRole('button', { name: 'Повторить' }));
  expect(await screen.findByRole('radio', { name: 'Нет товара' })).toBeTruthy();
});

test('the bulk bar offers the legal part, says how many cannot, and asks before taking couriers off', async () => {
  const user = userEvent.setup();
  const clear = vi.fn();
  screenWith(CANCELLED, <BulkBar orders={CANCELLED} hiddenCount={2} onClear={clear} />);
  expect(screen.getByText('Выбрано 5')).toBeTruthy();
  expect(screen.getByText('скрыто фильтром 2')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Отменить 4 из 5…/ }));
  expect(useCommandStore.getState().dialog?.kind).toBe('cancel');
  await user.click(screen.getByRole('button', { name: /^Назначить 4 из 5…/ }));
  expect(useCommandStore.getState().dialog?.kind).toBe('assign');
  await user.click(screen.getByRole('button', { name: 'Снять выделение' }));
  expect(clear).toHaveBeenCalledOnce();
  expect(screen.queryByRole('button', { name: /Снять курьера/ })).toBeNull();
});

test('the bulk bar hears its keys wherever the focus is, but for what is typed, unfolded or above it', async () => {
  const user = userEvent.setup();
  const clear = vi.fn();
  screenWith(
    CANCELLED,
    <>
      <BulkBar orders={CANCELLED} onClear={clear} />
      <input aria-label="поиск" />
      <button type="button">рядом</button>
      <button type="button" aria-expanded>
        раскрыта
      </button>
    </>,
  );
  const opened = () => useCommandStore.getState().dialog?.kind;
  screen.getByRole('textbox', { name: 'поиск' }).focus();
  await user.keyboard('c{Escape}');
  screen.getByRole('button', { name: 'раскрыта' }).focus();
  await user.keyboard('{Escape}');
  screen.getByRole('button', { name: 'рядом' }).focus();
  await user.keyboard('{Control>}c{/Control}');
  expect(opened()).toBeUndefined();
  expect(clear).not.toHaveBeenCalled();

  await user.keyboard('[KeyC]');
  expect(opened()).toBe('cancel');
  (document.activeElement as HTMLElement).blur();
  await user.keyboard('[KeyA]');
  expect(opened()).toBe('assign');

  const menu = document.createElement('div');
  menu.setAttribute('data-above-card', '');
  document.body.append(menu);
  await user.keyboard('{Escape}');
  expect(clear).not.toHaveBeenCalled();
  menu.remove();
  await user.keyboard('{Escape}');
  expect(clear).toHaveBeenCalledOnce();
});

test('taking couriers off names the count and sends only those that have one', async () => {
  const user = userEvent.setup();
  const selection = [ireca('1'), ireca('2', { courierId: '7' }), ireca('3', { courierId: '9' })];
  screenWith(selection, <BulkBar orders={selection} onClear={() => {}} />);
  await user.click(screen.getByRole('button', { name: 'Снять курьера: 2 из 3' }));
  expect(runs()).toEqual([]);
  await user.click(await screen.findByRole('button', { name: 'Снять с 2 заказов' }));
  expect(sentKeys()).toEqual(['ireca:2', 'ireca:3']);
  expect(runs()[0]?.action).toEqual({ type: 'unassign' });
});

test('a viewer sees the count and no command', () => {
  screenWith(CANCELLED, <BulkBar orders={CANCELLED} onClear={() => {}} />, 'viewer');
  expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual([
    'Снять выделение',
  ]);
});

test('the picker changes one order’s courier in one click, or takes the courier off', async () => {
  const user = userEvent.setup();
  const order = ireca('1', { courierId: '9' });
  const close = vi.fn();
  screenWith([order], <CourierPicker order={order} onClose={close} />);
  expect((await screen.findByRole('option', { name: /Даша Ветрова/ })).textContent).toContain('уже назначен');
  await user.click(screen.getByRole('option', { name: /Семён Орёл/ }));
  expect(runs()[0]).toMatchObject({
    action: { courierId: '8' },
    targets: [{ key: 'ireca:1', seen: { courierId: '9' } }],
  });
  expect(close).toHaveBeenCalledOnce();
  await user.click(screen.getByRole('button', { name: 'Снять курьера' }));
  expect(close).toHaveBeenCalledTimes(2);
});

const outcome = (key: string, changes: Partial<OutcomeLine>): OutcomeLine => ({
  key,
  outcome: 'done',
  reason: null,
  before: { status: '6', courierId: null },
  after: { status: '6', courierId: '7' },
  message: null,
  ...changes,
});

function settledRun(lines: OutcomeLine[]): CommandRun {
  const id = useCommandStore.getState().start({
    action: { type: 'assign', courierId: '7' },
    courierName: 'Алексей Быстров',
    targets: lines.map(({ key }) => ({
      system: 'ireca',
      id: key.slice(6),
      key: key as 'ireca:1',
      number: `G-${key.slice(6)}`,
      seen: { status: '6', courierId: null },
    })),
  });
  useCommandStore.getState().patchRun(id ?? '', (run) => ({
    ...run,
    state: 'settled',
    chunks: run.chunks.map((chunk) => ({ ...chunk, state: 'settled' })),
    lines: Object.fromEntries(lines.map((line) => [line.key, line])),
  }));
  return runs()[0] as CommandRun;
}

const FAILED = outcome('ireca:2', {
  outcome: 'failed',
  reason: 'upstreamRefused',
  after: { status: '6', courierId: null },
  message: 'Модель не существует',
});
const CHANGED = outcome('ireca:3', {
  outcome: 'changed',
  before: { status: '7', courierId: '9' },
  after: { status: '7', courierId: '9' },
});

test('the panel tells each outcome in words, retries the failed one only, and shows what changed', async () => {
  const user = userEvent.setup();
  settledRun([outcome('ireca:1', {}), FAILED, CHANGED]);
  screenWith([ireca('1'), ireca('2'), ireca('3')], <OutcomePanel />);
  const rows = screen.getAllByRole('listitem').map((row) => row.textContent);
  expect(rows[0]).toMatch(/G-2.*отказ системы.*«Модель не существует»/);
  expect(rows[1]).toMatch(
    /G-3.*изменился, не тронут.*на экране было: Подготовлен, без курьера.*сейчас: Заказ взят курьером, Даша Ветрова/,
  );
  expect(rows[2]).toMatch(/G-1.*готово.*без курьера → Алексей Быстров/);
  expect(screen.getByRole('status').textContent).toContain(
    '3 из 3. готово 1 · отказ системы 1 · изменился 1',
  );

  await user.click(screen.getByRole('button', { name: 'Показать и решить заново' }));
  expect([...useBoardStore.getState().selected]).toEqual(['ireca:3']);
  await user.click(screen.getByRole('button', { name: 'Повторить неудавшиеся' }));
  expect(sentKeys()).toEqual(['ireca:2']);
  expect(screen.queryByRole('button', { name: 'Повторить неудавшиеся' })).toBeNull();
});

test('«Отменить действие» asks for each order’s own previous state, and is offered once', async () => {
  const user = userEvent.setup();
  const before = { status: '6', courierId: '9' };
  settledRun([outcome('ireca:1', { before }), outcome('ireca:2', {}), CHANGED]);
  screenWith([ireca('1'), ireca('2'), ireca('3')], <OutcomePanel />);
  await user.click(screen.getByRole('button', { name: 'Отменить действие' }));
  expect(runs()[0]?.action).toEqual({ type: 'restore' });
  expect(runs()[0]?.targets.map(({ key, to }) => [key, to])).toEqual([
    ['ireca:1', before],
    ['ireca:2', { status: '6', courierId: null }],
  ]);
  expect(screen.queryByRole('button', { name: 'Отменить действие' })).toBeNull();
  expect(screen.getByText('Возврат')).toBeTruthy();
});

test('closing the panel keeps the journal; a command under way stays in sight', async () => {
  const user = userEvent.setup();
  settledRun([FAILED]);
  screenWith([ireca('2')], <OutcomePanel />);
  await user.click(screen.getByRole('button', { name: 'Закрыть итоги' }));
  expect(screen.queryByTestId('outcome-panel')).toBeNull();
  act(() => useCommandStore.getState().openJournal());
  expect(screen.getByRole('region', { name: 'Журнал действий' }).textContent).toContain(
    'Назначение → Алексей Быстров',
  );

  act(() => {
    useCommandStore.getState().start({
      action: { type: 'unassign' },
      targets: [
        { system: 'ireca', id: '1', key: 'ireca:1', number: 'G-1', seen: { status: '6', courierId: '7' } },
      ],
    });
  });
  await user.click(screen.getByRole('button', { name: 'Закрыть итоги' }));
  await user.click(screen.getByRole('button', { name: /Снятие курьера.*0 из 1/ }));
  expect(screen.getByRole('progressbar', { name: 'Снятие курьера' })).toBeTruthy();
});
