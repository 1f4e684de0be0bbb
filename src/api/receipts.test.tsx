// @vitest-environment jsdom
/** Correction receipts: all pages, of one courier or of all, the newest first; half a list is none. */
import { QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useCorrections } from '#src/api/receipts.ts';
import { testQueryClient } from '#src/testing/formScreen.tsx';

type Answer = { body: unknown; status?: number };
let answer: (path: string) => Answer;
let asked: string[];

beforeEach(() => {
  asked = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    const { body, status = 200 } = answer(path);
    return Promise.resolve(Response.json(body, { status }));
  });
});

/** As iRECA gives them: the oldest first, one minute apart. */
const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    correctionReceiptId: from + index,
    courierId: '3',
    amount: '12.50',
    commandExecutedAt: new Date(Date.UTC(2026, 10, 1) + (from + index) * 60_000)
      .toISOString()
      .slice(0, 19)
      .replace('T', ' '),
  }));

function open(courierId: string | null) {
  const client = testQueryClient();
  return renderHook(() => useCorrections(courierId), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    ),
  });
}

describe('useCorrections', () => {
  it('reads all pages and puts the newest first', async () => {
    answer = (path) => ({ body: path.includes('page=0') ? rows(0, 500) : rows(500, 3) });
    const { result } = open(null);
    await waitFor(() => expect(result.current.data?.whole).toBe(true));
    const records = result.current.data?.records ?? [];
    expect(records).toHaveLength(503);
    expect(records[0]).toMatchObject({ correctionReceiptId: '502', amount: 1250 });
    expect(asked).toEqual([
      '/api/ireca/correctionReceipts?page=0&count=500',
      '/api/ireca/correctionReceipts?page=1&count=500',
    ]);
  });

  it('asks for one courier, puts those without a time last and sets aside what it cannot read', async () => {
    const [timed] = rows(1, 1);
    answer = () => ({ body: [{ ...timed, correctionReceiptId: 9, commandExecutedAt: '' }, timed, 'x'] });
    const { result } = open('3');
    await waitFor(() => expect(result.current.data?.whole).toBe(true));
    expect(asked).toEqual(['/api/ireca/correctionReceipts?courierId=3&page=0&count=500']);
    expect(result.current.data?.records.map(({ correctionReceiptId }) => correctionReceiptId)).toEqual([
      '1',
      '9',
    ]);
    expect(result.current.data?.setAside).toHaveLength(1);
  });

  it('fails with iRECA’s words', async () => {
    const message = 'Доступ запрещён';
    answer = () => ({ status: 502, body: { error: { code: 'upstreamRefused', system: 'ireca', message } } });
    const { result } = open(null);
    await waitFor(() => expect(result.current.error).toMatchObject({ system: 'ireca', message }));
  });
});
