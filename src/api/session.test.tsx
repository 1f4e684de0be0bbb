// @vitest-environment jsdom
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useForgetAfterSignOut, useSession, useSignOut } from './session.ts';

const WHO = { login: 'anna', name: 'Анна', role: 'dispatcher', expiresAt: 0 };
const read = vi.fn(() => Promise.resolve('orders'));

beforeEach(() => {
  vi.stubGlobal('fetch', (_url: string, init?: RequestInit) =>
    Promise.resolve(init?.method === 'DELETE' ? new Response(null, { status: 204 }) : Response.json(WHO)),
  );
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  read.mockClear();
});

function Door() {
  const { data } = useSession();
  useForgetAfterSignOut(data === null);
  if (data === null) return <p>door</p>;
  return data ? <Desk /> : null;
}

/** Draws itself once more at the very moment of signing out, as the board does when its choice is emptied. */
function Desk() {
  const [, setLeft] = useState(false);
  const orders = useQuery({ queryKey: ['orders'], queryFn: read });
  const signOut = useSignOut();
  const leave = () => signOut.mutate(undefined, { onSuccess: () => setLeft(true) });
  return <button onClick={leave}>{orders.data ?? 'empty'}</button>;
}

test('signing out forgets what was read, and nothing is asked for without a session', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <Door />
    </QueryClientProvider>,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'orders' }));
  await screen.findByText('door');
  expect(client.getQueryCache().find({ queryKey: ['orders'] })).toBeUndefined();
  expect(read).toHaveBeenCalledTimes(1);
});
