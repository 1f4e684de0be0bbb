// @vitest-environment jsdom
/** No typed letter is lost, however late the address follows; what changes the address otherwise is shown. */
import { MantineProvider } from '@mantine/core';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RouterProvider, createMemoryRouter } from 'react-router';
import { expect, it } from 'vitest';
import { SearchBox } from '#src/app/SearchBox.tsx';

function openAt(address: string) {
  const router = createMemoryRouter([{ path: '*', element: <SearchBox /> }], {
    initialEntries: [address],
  });
  render(
    <MantineProvider>
      <RouterProvider router={router} />
    </MantineProvider>,
  );
  return router;
}

const box = () => screen.getByRole<HTMLInputElement>('searchbox');

it('keeps every letter of quick typing and writes it into the address', async () => {
  const router = openAt('/orders?view=all');
  await userEvent.type(box(), 'невский 88', { delay: null });
  expect(box().value).toBe('невский 88');
  expect(new URLSearchParams(router.state.location.search).get('q')).toBe('невский 88');
  expect(new URLSearchParams(router.state.location.search).get('view')).toBe('all');
});

it('leaves the typed text alone when the address comes late', async () => {
  const router = openAt('/orders');
  await userEvent.type(box(), 'нев');
  await act(() => router.navigate('/orders?q=н', { replace: true }));
  expect(box().value).toBe('нев');
});

it('follows a link and «Сбросить», which are not under the hand', async () => {
  const router = openAt('/orders?q=нев');
  expect(box().value).toBe('нев');
  await act(() => router.navigate('/orders'));
  expect(box().value).toBe('');
});

it('follows Back even from inside the box', async () => {
  const router = openAt('/orders?q=нев');
  await act(() => router.navigate('/orders?q=мойка'));
  box().focus();
  await act(() => router.navigate(-1));
  expect(box().value).toBe('нев');
});

it('shows no search of another page', () => {
  openAt('/references/goods?q=чай');
  expect(box().value).toBe('');
});

it('keeps nothing of another page when it goes to the orders', async () => {
  const router = openAt('/references/goods/new?q=чай&deleted=1');
  await act(() => router.navigate('/references/goods/new?q=чай&deleted=1', { state: { over: 'list' } }));
  expect(box().value).toBe('');
  await userEvent.type(box(), 'н');
  expect(router.state.location).toMatchObject({ pathname: '/orders', search: '?q=%D0%BD' });
});
