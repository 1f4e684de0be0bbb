/** The frame around all screens: the rail of sections, the header with search, ages of the data and the user. */
import { useHotkeys } from '@mantine/hooks';
import { Suspense, lazy, useEffect } from 'react';
import { Outlet } from 'react-router';
import { onSessionLost } from '#src/api/http.ts';
import { useSession } from '#src/api/session.ts';
import { Header } from '#src/app/Header.tsx';
import { Rail } from '#src/app/Rail.tsx';
import { ZoneBanner } from '#src/app/ZoneBanner.tsx';
import { useLiveUpdates } from '#src/app/live/useLiveUpdates.ts';
import { openPalette, usePalette } from '#src/app/paletteStore.ts';
import { CommandDesk } from '#src/components/commands/CommandDesk.tsx';
import { useSessionEnded } from '#src/features/session/sessionState.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './Shell.module.css';

const SessionEndedDialog = lazy(() =>
  import('#src/features/session/SessionEndedDialog.tsx').then((module) => ({
    default: module.SessionEndedDialog,
  })),
);
const Notices = lazy(() =>
  import('#src/app/notices/Notices.tsx').then(
    (module) => ({ default: module.Notices }),
    // Orders can be worked on without a sound: what could not be fetched must not take the screen with it.
    () => ({ default: () => null }),
  ),
);
const Palette = lazy(() => import('#src/app/Palette.tsx').then((module) => ({ default: module.Palette })));

/** Rendered only for a signed-in user; the page itself comes from the route table. */
export function Shell() {
  const t = useText().shell;
  const { data: session } = useSession();
  useLiveUpdates();
  const { ended, setEnded } = useSessionEnded();
  useEffect(() => onSessionLost(() => setEnded(true)), [setEnded]);
  const paletteWanted = usePalette((state) => state.wanted);
  // Also from inside a field: Ctrl+K means «take me elsewhere».
  useHotkeys([['mod+K', openPalette]], []);
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {t.skipToContent}
      </a>
      <Rail />
      <Header />
      <main id="content" className={classes.content} tabIndex={-1}>
        <ZoneBanner />
        <div className={classes.page}>
          <Outlet />
        </div>
      </main>
      <CommandDesk />
      <Suspense>
        <Notices />
      </Suspense>
      {paletteWanted && (
        <Suspense>
          <Palette />
        </Suspense>
      )}
      {session && ended && (
        <Suspense>
          <SessionEndedDialog login={session.login} />
        </Suspense>
      )}
    </div>
  );
}
