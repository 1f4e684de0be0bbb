// @vitest-environment jsdom
/** The mark: only for couriers on shift, only for what nobody has looked at, and never silent when shifts are unknown. */
import { act, configure, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FormScreen, testQueryClient } from '#src/testing/formScreen.tsx';
import { CourierErrorMark } from './CourierErrorMark.tsx';
import { markSeen } from './seenErrors.ts';

// A busy machine takes longer than the usual second; nothing waits when it does not.
configure({ asyncUtilTimeout: 5000 });

const record = (id: number, courierId: string) => ({
  key: `ireca:terminal-${id}`,
  system: 'ireca',
  id: `terminal-${id}`,
  body: {
    device: 'terminal',
    noticedAt: null,
    error: { terminalLogId: id, courierId, errorText: 'Эмитент недоступен' },
  },
});
const FEED = {
  version: 'v1',
  full: true,
  asOf: { ireca: 1, kassa: null },
  nextAt: null,
  problems: [],
  changed: [record(1, '27'), record(2, '27'), record(3, '28')],
  removed: [],
};
const LICENCES = { licenseUse: 1, licenseTotal: 5, licenses: [{ courierId: 27 }] };

let licences: { body: unknown; status?: number };

beforeEach(() => {
  localStorage.clear();
  licences = { body: LICENCES };
  vi.stubGlobal('fetch', (path: string) => {
    const { body, status = 200 } = path.startsWith('/api/feeds/') ? { body: FEED } : licences;
    return Promise.resolve(Response.json(body, { status }));
  });
});

/** Marks of a courier on shift, and of one who is not. */
function open() {
  const client = testQueryClient();
  render(
    <MemoryRouter>
      <FormScreen client={client}>
        <CourierErrorMark courierId="27" name="Быстров" look="chip" />
        <CourierErrorMark courierId="28" name="Тихов" look="corner" />
      </FormScreen>
    </MemoryRouter>,
  );
}

describe('CourierErrorMark', () => {
  it('counts the errors of a courier on shift and leads to them; another courier has none', async () => {
    open();
    const mark = await screen.findByRole('link', { name: /^Быстров: 2 новые ошибки/ });
    expect(mark.getAttribute('href')).toBe('/journals/errors?courier=27');
    expect(mark.textContent).toBe('2 ошибки кассы');
    expect(screen.queryByRole('link', { name: /Тихов/ })).toBeNull();
  });

  it('is gone once all of them were looked at', async () => {
    open();
    await screen.findByRole('link', { name: /: 2 новые/ });
    act(() => markSeen('dima', ['ireca:terminal-1'], 1));
    await screen.findByRole('link', { name: /: 1 новая/ });
    act(() => markSeen('dima', ['ireca:terminal-2'], 1));
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('stands at everybody while iRECA does not say who is on shift', async () => {
    licences = { status: 502, body: { error: { code: 'upstreamUnreachable', system: 'ireca' } } };
    open();
    expect(await screen.findByRole('link', { name: /^Тихов: 1 новая ошибка/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: /^Быстров/ })).toBeTruthy();
  });
});
