// @vitest-environment jsdom
/** Errors of a courier's devices on the page: twenty at a time, each with its order; a failed reading says so. */
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LanguageProvider } from '#src/locales/language.tsx';
import { testQueryClient } from '#src/testing/formScreen.tsx';
import { dispatchOrder } from '#src/testing/sampleOrders.ts';
import { CourierErrors } from './CourierErrors.tsx';

const records = new Map([['ireca:1', dispatchOrder({ key: 'ireca:1', id: '1', number: 'G-1' })]]);

const terminalError = (index: number) => ({
  terminalLogId: index,
  orderId: index === 44 ? '1' : index === 43 ? '' : '77',
  errorCode: '51',
  errorText: 'Недостаточно средств',
  amount: '10.50',
  transactionCreatedAt: `2021-04-28 10:00:${String(index).padStart(2, '0')}`,
});

let answerTerminal: () => Response;

function show() {
  vi.stubGlobal('fetch', (address: string) =>
    Promise.resolve(address.includes('bankTerminalLogs') ? answerTerminal() : Response.json([])),
  );
  render(
    <MantineProvider env="test">
      <LanguageProvider>
        <QueryClientProvider client={testQueryClient()}>
          <MemoryRouter>
            <CourierErrors courierId="55752" records={records} />
          </MemoryRouter>
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>,
  );
}

afterEach(() => vi.unstubAllGlobals());

describe('CourierErrors', () => {
  it('shows twenty, and twenty more at each press', async () => {
    answerTerminal = () => Response.json(Array.from({ length: 45 }, (_, index) => terminalError(index)));
    show();
    const list = await screen.findByRole(
      'region',
      { name: 'Ошибки банковского терминала: 45' },
      // The first one to be drawn pays for what is fetched with it.
      { timeout: 10_000 },
    );
    const rows = () => within(list).getAllByRole('listitem');
    expect(rows()).toHaveLength(20);
    fireEvent.click(within(list).getByRole('button', { name: 'Ещё 20' }));
    expect(rows()).toHaveLength(40);
    fireEvent.click(within(list).getByRole('button', { name: 'Ещё 5' }));
    expect(rows()).toHaveLength(45);
    expect(within(list).queryByRole('button')).toBeNull();
  });

  it('names the order as people call it, by its number where the feed has it not, and says when there is none', async () => {
    answerTerminal = () => Response.json([42, 43, 44].map(terminalError));
    show();
    const list = await screen.findByRole('region', { name: 'Ошибки банковского терминала: 3' });
    const [newest, orderless, unlisted] = within(list).getAllByRole('listitem');
    expect(newest && within(newest).getByRole('link', { name: 'Заказ G-1' }).getAttribute('href')).toBe(
      '/orders/ireca/1',
    );
    expect(newest?.textContent).toContain('13:00');
    expect(newest?.textContent).toContain('10,50');
    expect(orderless?.textContent).toContain('без заказа');
    expect(unlisted && within(unlisted).getByRole('link', { name: 'Заказ 77' })).toBeTruthy();
    expect(await screen.findByText('Ошибок регистратора не было.')).toBeTruthy();
  });

  it('says whose failure it is, and asks again', async () => {
    answerTerminal = () =>
      Response.json(
        { error: { code: 'upstreamRefused', system: 'ireca', message: 'Нет доступа' } },
        { status: 422 },
      );
    show();
    expect(await screen.findByText('Нет доступа')).toBeTruthy();
    answerTerminal = () => Response.json([]);
    fireEvent.click(screen.getByRole('button', { name: 'Повторить' }));
    expect(await screen.findByText('Ошибок терминала не было.')).toBeTruthy();
  });
});
