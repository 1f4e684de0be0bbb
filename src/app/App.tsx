/** Providers, and the choice between the door and the desk. */
import { Loader, MantineProvider } from '@mantine/core';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { RouterProvider } from 'react-router';
import { appConfigQuery } from '#src/api/appConfig.ts';
import { createQueryClient } from '#src/api/queryClient.ts';
import { useForgetAfterSignOut, useSession } from '#src/api/session.ts';
import { createAppRouter } from '#src/app/router.tsx';
import { mantineVariables, theme } from '#src/app/theme.ts';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { lazyPart } from '#src/lib/lazyPart.ts';
import { LanguageProvider, useText } from '#src/locales/language.tsx';
import classes from './App.module.css';

const SignInPage = lazyPart(() => import('#src/features/session/SignInPage.tsx'), 'SignInPage');

/** The whole app. */
export function App() {
  const [client] = useState(createQueryClient);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={mantineVariables} defaultColorScheme="auto">
      <LanguageProvider>
        <QueryClientProvider client={client}>
          <Gate />
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  );
}

function Gate() {
  const session = useSession();
  const config = useQuery({ ...appConfigQuery, enabled: Boolean(session.data) });
  useForgetAfterSignOut(session.data === null);
  if (session.data === null) {
    return (
      <Suspense fallback={<Waiting />}>
        <SignInPage />
      </Suspense>
    );
  }
  if (session.data && config.data) return <Desk />;
  const failed = session.error ?? config.error;
  return failed ? (
    <main className={classes.centre}>
      <ErrorNote error={failed} onRetry={() => void (session.error ? session.refetch() : config.refetch())} />
    </main>
  ) : (
    <Waiting />
  );
}

function Waiting() {
  const t = useText().shell;
  return (
    <main className={classes.centre} aria-busy="true" aria-label={t.productTitle}>
      <Loader size="sm" />
    </main>
  );
}

function Desk() {
  const [router] = useState(createAppRouter);
  return <RouterProvider router={router} />;
}
