// @vitest-environment jsdom
/** «За сутки ошибок нет» is said only when all was read; a device leads to its journal. */
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { DeviceErrorsFeed } from '#src/api/deviceErrorsFeed.ts';
import { FormScreen, testQueryClient } from '#src/testing/formScreen.tsx';
import { feedOf } from '#src/testing/sampleFeed.ts';
import { DeviceCell } from './ErrorCells.tsx';
import { ErrorsEmpty } from './ErrorsEmpty.tsx';
import type { ErrorRow } from './errorRows.ts';

const READ: DeviceErrorsFeed = feedOf([], { asOf: { ireca: 1, kassa: null } });
const problem = { system: 'ireca', code: 'timeout', message: null, since: 1 } as const;

function said(
  feed: Partial<DeviceErrorsFeed>,
  { hidden = 0, onlyUnseen = false }: { hidden?: number; onlyUnseen?: boolean } = {},
): string {
  const { container } = render(
    <FormScreen client={testQueryClient()}>
      <div data-said>
        <ErrorsEmpty
          feed={{ ...READ, ...feed }}
          error={null}
          onRetry={() => undefined}
          hidden={hidden}
          onlyUnseen={onlyUnseen}
          onReset={() => undefined}
        />
      </div>
    </FormScreen>,
  );
  return container.querySelector('[data-said]')?.textContent ?? '';
}

describe('ErrorsEmpty', () => {
  it('says that there are no errors when everything was read', () => {
    expect(said({})).toMatch(/^За сутки ошибок нет/);
  });

  it('does not say so while a journal cannot be read, before the first answer, or when all was unreadable', () => {
    expect(said({ problems: [problem] })).toBe('');
    expect(said({ asOf: { ireca: null, kassa: null } })).toMatch(/^iRECA ещё не опрошена/);
    const setAside = new Map([['ireca:terminal-1', { key: 'ireca:terminal-1', reason: 'x' }]]);
    expect(said({ setAside })).toMatch(/^Не прочитано ни одной записи/);
    expect(said({ loading: { done: 1, of: 2 } })).toBe('');
  });

  it('tells that all was looked at from a filter that nothing matches, and only when all was read', () => {
    expect(said({}, { hidden: 3 })).toMatch(/^Под этот фильтр ничего/);
    expect(said({}, { hidden: 3, onlyUnseen: true })).toMatch(/^Новых ошибок нет.*просмотрено: 3 ошибки/);
    expect(said({ problems: [problem] }, { hidden: 3, onlyUnseen: true })).toMatch(/^Под этот фильтр ничего/);
  });
});

const ROW: ErrorRow = {
  key: 'ireca:terminal-1',
  device: 'terminal',
  at: 1,
  noticedAt: null,
  courierId: '27',
  orderId: '209900',
  errorCode: '',
  errorText: '',
  amount: null,
  serialNumber: '',
  cardNumber: '',
  paymentSystem: '',
  courier: 'Быстров',
  order: 'G-2',
  seen: false,
  onShift: null,
};

describe('DeviceCell', () => {
  const open = (row: Partial<ErrorRow>) =>
    render(
      <MemoryRouter>
        <FormScreen client={testQueryClient()}>
          <DeviceCell row={{ ...ROW, ...row }} />
        </FormScreen>
      </MemoryRouter>,
    );

  it('leads to the journal of the courier, or of the order where no courier is named', () => {
    open({});
    expect(screen.getByRole('link', { name: 'Терминал' }).getAttribute('href')).toBe(
      '/journals/terminal?courier=27',
    );
    open({ device: 'recorder', courierId: null });
    expect(screen.getByRole('link', { name: 'Регистратор' }).getAttribute('href')).toBe(
      '/journals/recorder?order=209900',
    );
  });

  it('leads nowhere when iRECA names neither', () => {
    open({ courierId: null, orderId: null });
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByText('Терминал')).toBeTruthy();
  });
});
