// @vitest-environment jsdom
/** What is handed over, on paper and as text: as old as it truly is, money that was given back apart, troubles named. */
import { fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OrdersFeed } from '#src/api/ordersFeed.ts';
import { ORDERS_FEED } from '#src/api/ordersFeed.ts';
import type { Changes } from '#src/contracts/changes.ts';
import { FormScreen, testQueryClient } from '#src/testing/formScreen.tsx';
import { feedOf } from '#src/testing/sampleFeed.ts';
import { dispatchOrder } from '#src/testing/sampleOrders.ts';
import { changedOrder, glance, orderStep } from '#src/testing/sampleSteps.ts';
import { formatFor } from '#src/components/format/useFormat.ts';
import { ru } from '#src/locales/ru.ts';
import { ShiftPage } from './ShiftPage.tsx';

const MINUTE = 60_000;
const { time, dateTime } = formatFor('Europe/Moscow', ru);
let now: number;
const writeText = vi.fn<(text: string) => Promise<void>>();

beforeEach(() => {
  now = Date.now();
  localStorage.clear();
  writeText.mockReset().mockResolvedValue();
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  // The field of the note asks when its font has come.
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
  // The network is away.
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
});
afterEach(() => vi.unstubAllGlobals());

/** The sheet of a shift that began three hours ago, with orders read when `asOf` says. */
function open(asOf: OrdersFeed['asOf'], problems: OrdersFeed['problems'] = []) {
  const since = now - 180 * MINUTE;
  const client = testQueryClient();
  const done = { open: false, stage: 'delivered', status: '9' } as const;
  client.setQueryData(
    ORDERS_FEED,
    feedOf(
      [
        dispatchOrder({ ...done, id: '1', amount: 100_000 }),
        dispatchOrder({ ...done, id: '2', amount: 30_000, isRefund: true }),
      ],
      { asOf, problems },
    ),
  );
  const delivered = ['ireca:1', 'ireca:2'].map((key) =>
    changedOrder(key, orderStep(now - 90 * MINUTE, glance('7'), glance('9'))),
  );
  client.setQueryData<Changes>(['changes', since], {
    since,
    now: now - 40 * MINUTE,
    knownFrom: since - MINUTE,
    blind: [],
    orders: delivered,
  });
  const { container } = render(
    <MemoryRouter initialEntries={[`/shift?since=${since}`]}>
      <FormScreen client={client}>
        <ShiftPage />
      </FormScreen>
    </MemoryRouter>,
  );
  const paper = container.querySelector<HTMLElement>('[data-print-root]');
  if (!paper) throw new Error('there is no sheet');
  return within(paper);
}
const fresh = () => ({ ireca: now, kassa: now });

describe('the age of the sheet', () => {
  it('is that of the system read longest ago, and is named as a gap when that is long ago', () => {
    const paper = open({ ireca: now, kassa: now - 32 * MINUTE });
    paper.getByText(`На ${dateTime(now - 32 * MINUTE)}`);
    paper.getByText(new RegExp(`^Касса: заказы последний раз прочитаны в .*${time(now - 32 * MINUTE)}`));
    expect(paper.queryByText(/^iRECA: заказы последний раз/)).toBeNull();
  });

  it('is no gap while the orders are fresh', () => {
    const paper = open(fresh());
    paper.getByText(`На ${dateTime(now)}`);
    expect(paper.queryByText(/последний раз/)).toBeNull();
  });

  it('is not stated while a system was never read, and a system that does not answer is told of once', () => {
    const since = now - 32 * MINUTE;
    const paper = open({ ireca: since, kassa: null }, [
      { system: 'ireca', code: 'unreachable', message: null, since },
    ]);
    expect(paper.queryByText(/^На /)).toBeNull();
    paper.getByText('Касса: заказы ещё не прочитаны, здесь их нет.');
    paper.getByText(/^iRECA не отвечает с/);
    expect(paper.queryByText(/^iRECA: заказы последний раз/)).toBeNull();
  });
});

describe('the sheet', () => {
  it('counts what was given back on a line of its own, and the copied text has it too', () => {
    const paper = open(fresh());
    const total = (title: string) =>
      paper.getByText(title, { selector: 'dt' }).nextElementSibling?.textContent;
    expect(total('Доставлено')).toBe('1');
    expect(total('Сумма доставленных')).toBe('1 000,00'.replace(' ', '\u00a0'));
    expect(total('Возвраты')).toBe('1 на 300,00');
    fireEvent.click(screen.getByRole('button', { name: 'Скопировать текстом' }));
    expect(writeText.mock.lastCall?.[0]).toContain('\nВозвраты: 1 на 300,00\n');
  });

  it('tells on paper that the log could not be read again', async () => {
    const paper = open(fresh());
    await paper.findByText(new RegExp(`^Журнал изменений .* прочитан по ${dateTime(now - 40 * MINUTE)}`));
  });
});
