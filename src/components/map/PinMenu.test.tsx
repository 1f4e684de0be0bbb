/** The menu of a pin: what it says of its order, what it offers to whom, and that nothing but the user closes it. */
// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { QueryClient } from '@tanstack/react-query';
import { MapContainer } from 'react-leaflet';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { POSITIONS_FEED } from '#src/api/couriers.ts';
import { ORDERS_FEED } from '#src/api/ordersFeed.ts';
import { useCommandStore } from '#src/components/commands/commandStore.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { FormScreen, testQueryClient } from '#src/testing/formScreen.tsx';
import { feedOf } from '#src/testing/sampleFeed.ts';
import { directoryOf, dispatchOrder } from '#src/testing/sampleOrders.ts';
import { PinMenu } from './PinMenu.tsx';
import { usePinMenu } from './pinMenuStore.ts';

const COURIERS = Array.from({ length: 8 }, (_, n) => ({
  courierId: String(n + 1),
  title: `Курьер ${String.fromCharCode(1040 + n)}`,
  phone: n === 0 ? '' : `+7900000000${n}`,
  email: '',
  roleId: null,
  inn: '',
  updatedAt: null,
}));
const IDS = COURIERS.map(({ courierId }) => courierId);
const POINT = { latitude: 59.93, longitude: 30.36 };
const ireca = dispatchOrder({ id: '5', number: 'G-5', point: POINT, phone: '+79123456789', client: 'Анна' });
const kassa = dispatchOrder({ id: '6', system: 'kassa', number: 'BFt-6', status: 'ACCEPTED', point: POINT });

let client: QueryClient;
const hold = (orders: DispatchOrder[]) => client.setQueryData(ORDERS_FEED, feedOf(orders));

const map = (pins: DispatchOrder[]) => (
  <MemoryRouter initialEntries={['/map']}>
    <FormScreen client={client}>
      <MapContainer center={[59.93, 30.36]} zoom={12} zoomAnimation={false}>
        <PinMenu orders={pins} />
      </MapContainer>
    </FormScreen>
  </MemoryRouter>
);
const open = (keys: DispatchOrder['key'][]) => act(() => usePinMenu.getState().open(keys));
const menu = () => screen.getByRole('dialog');

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json([])));
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
  client = testQueryClient();
  client.setQueryData(['ireca', 'couriers'], { records: COURIERS, setAside: [] });
  client.setQueryData(['ireca', 'licenses'], {
    licenseUse: 8,
    licenseTotal: 9,
    licenses: IDS.map((courierId) => ({ courierId, deviceId: 'd', deviceTitle: '', sessionStartAt: 1 })),
    setAside: [],
  });
  client.setQueryData(POSITIONS_FEED, feedOf());
  useCommandStore.setState({
    ...useCommandStore.getInitialState(),
    mayCommand: true,
    directory: directoryOf(COURIERS, IDS),
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('tells the order, proposes five couriers, and one press gives it away', () => {
  hold([ireca]);
  render(map([ireca]));
  open([ireca.key]);
  const inMenu = within(menu());
  expect(inMenu.getByRole('link', { name: 'G-5' }).getAttribute('href')).toBe('/orders/ireca/5');
  expect(inMenu.getByRole('link', { name: /Позвонить/ }).getAttribute('href')).toBe('tel:+79123456789');
  const options = inMenu.getAllByRole('option');
  expect(options).toHaveLength(5);
  expect(document.activeElement).toBe(inMenu.getByRole('combobox'));
  fireEvent.click(options[1] as HTMLElement);
  expect(useCommandStore.getState().runs[0]).toMatchObject({
    action: { type: 'assign', courierId: '2' },
    targets: [{ key: 'ireca:5' }],
  });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement?.className).toContain('leaflet-container');
});

test('a courier whom Kassa does not know is named with the reason and cannot be pressed', () => {
  hold([kassa]);
  render(map([kassa]));
  open([kassa.key]);
  const barred = within(menu())
    .getAllByRole('option')
    .filter((option) => option.hasAttribute('data-impossible'));
  fireEvent.change(within(menu()).getByRole('combobox'), { target: { value: 'Курьер А' } });
  const [option] = within(menu()).getAllByRole('option');
  expect(barred.length).toBeLessThanOrEqual(2);
  expect(option?.textContent).toContain('у курьера нет телефона');
  fireEvent.click(option as HTMLElement);
  expect(useCommandStore.getState().runs).toEqual([]);
  expect(within(menu()).getByRole('button', { name: 'Изменить адрес…' }).getAttribute('aria-disabled')).toBe(
    'true',
  );
});

test('stays when its order is filtered out, closed or gone, and says so', async () => {
  hold([ireca]);
  const { rerender } = render(map([ireca]));
  open([ireca.key]);
  const element = menu();
  rerender(map([]));
  expect(element.textContent).toContain('скрыт фильтром');
  expect(within(element).getAllByRole('option')).toHaveLength(5);
  act(() => void hold([{ ...ireca, status: '9', stage: 'delivered', open: false }]));
  await within(element).findByText(/Уже не открыт/);
  expect(within(element).queryAllByRole('option')).toHaveLength(0);
  act(() => void hold([]));
  await within(element).findByText(/больше нет в списке/);
  expect(menu()).toBe(element);
  fireEvent.click(within(element).getByRole('button', { name: 'Закрыть меню' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('several orders under one pin are chosen from; Esc goes back, then out', () => {
  hold([ireca, kassa]);
  render(map([ireca, kassa]));
  open([ireca.key, kassa.key]);
  expect(menu().getAttribute('aria-label')).toBe('2 заказа в этой точке');
  const rows = within(menu()).getAllByRole('listitem');
  expect(rows.map((one) => one.textContent)).toEqual([
    expect.stringContaining('G-5'),
    expect.stringContaining('BFt-6'),
  ]);
  fireEvent.click(within(rows[1] as HTMLElement).getByRole('button'));
  expect(menu().getAttribute('aria-label')).toBe('Заказ BFt-6');
  fireEvent.keyDown(menu(), { key: 'Escape' });
  expect(within(menu()).getAllByRole('listitem')).toHaveLength(2);
  fireEvent.keyDown(menu(), { key: 'Escape' });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('viewers are offered nothing but the card', () => {
  client.setQueryData(['session'], { login: 'vera', name: 'Вера', role: 'viewer', expiresAt: 0 });
  hold([ireca]);
  render(map([ireca]));
  open([ireca.key]);
  expect(within(menu()).getAllByRole('button')).toHaveLength(1);
  expect(within(menu()).queryByRole('combobox')).toBeNull();
  expect(within(menu()).getByRole('link', { name: 'Открыть карточку' })).toBeTruthy();
});
