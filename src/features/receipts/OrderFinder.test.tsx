// @vitest-environment jsdom
/** The finder tells apart: nothing found, not read yet, not read at all. */
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '#src/api/http.ts';
import type { OrdersFeed } from '#src/api/ordersFeed.ts';
import { FormScreen, testQueryClient } from '#src/testing/formScreen.tsx';
import { feedOf } from '#src/testing/sampleFeed.ts';
import { OrderFinder } from './OrderFinder.tsx';

const FEED: OrdersFeed = feedOf();

beforeEach(() => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
});

function open(feed: OrdersFeed | undefined, error: Error | null = null) {
  const onRetry = vi.fn();
  render(
    <MemoryRouter>
      <FormScreen client={testQueryClient()}>
        <OrderFinder
          feed={feed}
          error={error}
          onRetry={onRetry}
          query=""
          chosen={null}
          onType={() => undefined}
        />
      </FormScreen>
    </MemoryRouter>,
  );
  return onRetry;
}

describe('OrderFinder', () => {
  it('says that nothing was delivered when both systems were read', () => {
    open(FEED);
    expect(screen.getByText(/^Сегодня доставленных и закрытых заказов нет/)).toBeTruthy();
  });

  it('does not say so while one of the systems was never read', () => {
    open({ ...FEED, asOf: { ireca: null, kassa: 1 } });
    expect(screen.queryByText(/^Сегодня доставленных/)).toBeNull();
    expect(screen.getByText(/^Прочитаны не все заказы/)).toBeTruthy();
  });

  it('offers to try again when the orders could not be read', () => {
    const onRetry = open(undefined, new ApiError('offline'));
    expect(screen.queryByText('Читаем заказы')).toBeNull();
    screen.getByRole('button', { name: /Повторить/ }).click();
    expect(onRetry).toHaveBeenCalledOnce();
  });
});
