// @vitest-environment jsdom
/** Errors of terminals and recorders: every page is read, the newest stands first, one that cannot be read empties nothing. */
import { QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useJournal, useRecorderErrors, useTerminalErrors } from '#src/api/journals.ts';
import { createQueryClient } from '#src/api/queryClient.ts';

const terminal = (id: number, at: string | null) => ({
  terminalLogId: id,
  courierId: '55752',
  orderId: '209900',
  errorCode: '51',
  errorText: 'Недостаточно средств',
  amount: '679.57',
  cardNumber: '****1234',
  serialNumber: 'PAX1',
  transactionCreatedAt: at,
});

const asked: string[] = [];

/** Answers by the page that the address names; without one, nothing. */
function serve(pages: unknown[][]): void {
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    const page = Number(new URL(address, 'http://pult').searchParams.get('page'));
    return Promise.resolve(Response.json(pages[page] ?? []));
  });
}

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={createQueryClient()}>{children}</QueryClientProvider>
);

afterEach(() => {
  asked.length = 0;
  vi.unstubAllGlobals();
});

describe('useTerminalErrors', () => {
  it('puts the newest first across pages, and those without a time last', async () => {
    const first = Array.from({ length: 500 }, (_, index) => terminal(index, '2021-04-28 10:00:00'));
    first[3] = terminal(3, null);
    serve([first, [terminal(900, '2021-04-28 12:00:00'), terminal(901, '2021-04-27 12:00:00')]]);
    const { result } = renderHook(() => useTerminalErrors({ courierId: '55752' }), { wrapper });
    await waitFor(() => expect(result.current.data?.records).toHaveLength(502));
    const ids = result.current.data?.records.map(({ id }) => id) ?? [];
    expect([ids[0], ids.at(-2), ids.at(-1)]).toEqual(['900', '901', '3']);
    expect(result.current.data?.records[0]).toMatchObject({ amount: 67_957, cardNumber: '****1234' });
    expect(asked).toHaveLength(2);
    for (const address of asked) expect(address).toContain('bankTerminalLogs?courierId=55752&page=');
  });

  it('sets aside what cannot be read', async () => {
    serve([[terminal(1, '2021-04-28 10:00:00'), { errorText: 'без номера' }]]);
    const { result } = renderHook(() => useTerminalErrors({ courierId: '55752' }), { wrapper });
    await waitFor(() => expect(result.current.data?.records).toHaveLength(1));
    expect(result.current.data?.setAside).toHaveLength(1);
  });
});

describe('whose errors are asked for', () => {
  it('names the order, the courier, or both, and keeps their answers apart', async () => {
    serve([[]]);
    const { result } = renderHook(
      () => [
        useTerminalErrors({ orderId: '1' }),
        useTerminalErrors({ courierId: '2' }),
        useTerminalErrors({ orderId: '1', courierId: '2' }),
      ],
      { wrapper },
    );
    await waitFor(() => expect(result.current.every(({ isSuccess }) => isSuccess)).toBe(true));
    expect(asked.map((address) => address.replace(/&page=.*/, ''))).toEqual([
      '/api/ireca/bankTerminalLogs?orderId=1',
      '/api/ireca/bankTerminalLogs?courierId=2',
      '/api/ireca/bankTerminalLogs?orderId=1&courierId=2',
    ]);
  });

  it('asks for nothing while neither is chosen', () => {
    serve([[]]);
    const { result } = renderHook(() => useRecorderErrors({ orderId: null, courierId: '' }), { wrapper });
    expect(result.current.fetchStatus).toBe('idle');
    expect(asked).toEqual([]);
  });
});

describe('useJournal', () => {
  it('asks from a moment on, in GMT, and keeps changes that look alike', async () => {
    const row = { event: 'update', source: 'API', courierId: null, createdAt: '2026-11-21 09:00:00' };
    serve([[row, row]]);
    const { result } = renderHook(() => useJournal('7', Date.UTC(2026, 10, 20, 21)), { wrapper });
    await waitFor(() => expect(result.current.data?.records).toHaveLength(2));
    expect(new URL(asked[0] ?? '', 'http://pult').searchParams.get('startedAt')).toBe('2026-11-20 21:00:00');
  });
});

describe('useRecorderErrors', () => {
  it('reads the recorder’s own fields', async () => {
    serve([
      [
        {
          frId: 8,
          courierId: '55752',
          orderId: {},
          errorCode: '3822',
          errorText: 'Смена превысила 24 часа',
          serialNumber: '0010',
          amount: '10.00',
          commandExecutedAt: '2021-04-28 10:00:00',
        },
      ],
    ]);
    const { result } = renderHook(() => useRecorderErrors({ courierId: '55752' }), { wrapper });
    await waitFor(() =>
      expect(result.current.data?.records).toEqual([
        {
          id: '8',
          at: Date.UTC(2021, 3, 28, 10),
          errorCode: '3822',
          errorText: 'Смена превысила 24 часа',
          amount: 1000,
          orderId: null,
          courierId: '55752',
          serialNumber: '0010',
          cardNumber: '',
          paymentSystem: '',
        },
      ]),
    );
    expect(asked[0]).toContain('fiscalRegistratorLogs?courierId=55752&page=0');
  });
});
