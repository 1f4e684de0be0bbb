// @vitest-environment jsdom
/** Before anything is chosen: what is not known is not told as nothing. */
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEVICE_ERRORS_FEED } from '#src/api/deviceErrors.ts';
import type { DeviceErrorsFeed } from '#src/api/deviceErrorsFeed.ts';
import type { OrdersFeed } from '#src/api/ordersFeed.ts';
import { ORDERS_FEED } from '#src/api/ordersFeed.ts';
import type { DeviceError } from '#src/domain/deviceErrors.ts';
import { FormScreen, testQueryClient } from '#src/testing/formScreen.tsx';
import { feedOf } from '#src/testing/sampleFeed.ts';
import { JournalStart } from './JournalStart.tsx';

const ERROR: DeviceError = {
  key: 'ireca:terminal-1',
  device: 'terminal',
  at: null,
  noticedAt: null,
  courierId: null,
  orderId: null,
  errorCode: '5',
  errorText: 'Эмитент недоступен',
  amount: null,
  serialNumber: '',
  cardNumber: '',
  paymentSystem: '',
};
const NONE_YET = { asOf: { ireca: null, kassa: null } };

beforeEach(() => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
});

type Told = { errors?: DeviceError[]; feed?: Partial<DeviceErrorsFeed>; orders?: Partial<OrdersFeed> };

function open(journal: 'terminal' | 'changes', { errors = [], feed = {}, orders = {} }: Told) {
  const client = testQueryClient();
  client.setQueryData<DeviceErrorsFeed>(DEVICE_ERRORS_FEED, feedOf(errors, feed));
  client.setQueryData<OrdersFeed>(ORDERS_FEED, feedOf([], orders));
  render(
    <MemoryRouter>
      <FormScreen client={client}>
        <JournalStart journal={journal} courier={journal === 'changes' ? '27' : null} />
      </FormScreen>
    </MemoryRouter>,
  );
}

describe('JournalStart, errors of the last 24 hours', () => {
  it('says that there were none when all was read', () => {
    open('terminal', {});
    expect(screen.getByText('За сутки ошибок не было.')).toBeTruthy();
  });

  it('does not say so before they are read, nor when some could not be', () => {
    open('terminal', { feed: NONE_YET });
    expect(screen.queryByText(/ошибок не было/)).toBeNull();
    expect(screen.getByText(/прочитаны не все/)).toBeTruthy();
  });

  it('counts those that name no courier', () => {
    open('terminal', { errors: [ERROR] });
    expect(screen.queryByText(/ошибок не было/)).toBeNull();
    expect(screen.getByText('Без курьера: 1')).toBeTruthy();
  });
});

describe('JournalStart, orders of a courier', () => {
  it('says that there are none once iRECA’s orders are read, not before', () => {
    open('changes', { orders: NONE_YET });
    expect(screen.queryByText(/нет заказов iRECA/)).toBeNull();
    open('changes', {});
    expect(screen.getByText(/нет заказов iRECA/)).toBeTruthy();
  });
});
