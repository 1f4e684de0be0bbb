/** A screen for testing parts of forms: signed in, Moscow time, no server but what a test stubs. */
import { MantineProvider } from '@mantine/core';
import type { QueryClient } from '@tanstack/react-query';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { appConfigQuery } from '#src/api/appConfig.ts';
import { createQueryClient } from '#src/api/queryClient.ts';
import type { Role } from '#src/contracts/session.ts';
import { LanguageProvider } from '#src/locales/language.tsx';

export function testQueryClient(login = 'dima', role: Role = 'dispatcher'): QueryClient {
  const client = createQueryClient();
  client.setDefaultOptions({ queries: { staleTime: Infinity, retry: false } });
  client.setQueryData(['session'], { login, name: login, role, expiresAt: 0 });
  client.setQueryData(appConfigQuery.queryKey, {
    timeZone: 'Europe/Moscow',
    tiles: null,
    imageHosts: [],
    atRiskMinutes: 30,
    shiftStarts: ['08:00'],
    ordersPollSeconds: 15,
    positionsPollSeconds: 60,
    systems: { ireca: true, kassa: true },
    demo: false,
  });
  return client;
}

/** Everything that a part of a form expects around it. */
export function FormScreen({ client, children }: { client: QueryClient; children: ReactNode }) {
  return (
    <MantineProvider env="test">
      <LanguageProvider>
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  );
}

/** Renders a field that holds its own value, and tells what it holds at last. */
export function renderField<Value>(
  begin: Value,
  field: (value: Value, onChange: (value: Value) => void) => ReactNode,
  client = testQueryClient(),
) {
  const held = { value: begin };
  const note = (value: Value) => {
    held.value = value;
  };
  function Field() {
    const [value, setValue] = useState(begin);
    return field(value, (next) => {
      note(next);
      setValue(() => next);
    });
  }
  const screen = render(
    <FormScreen client={client}>
      <Field />
    </FormScreen>,
  );
  return { held, ...screen };
}
