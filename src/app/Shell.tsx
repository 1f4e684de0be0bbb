/** The frame around all screens: the rail of sections, the header with search, ages of the data and the user. */
import { useHotkeys } from '@mantine/hooks';
import { Suspense, useEffect } from 'react';
import { Outlet } from 'react-router';
import { onSessionLost } from '#src/api/http.ts';
import { useSession } from '#src/api/session.ts';
import { Header } from '#src/app/Header.tsx';
import { PageOnItsWay } from '#src/app/PageOnItsWay.tsx';
import { Rail } from '#src/app/Rail.tsx';
import { ZoneBanner } from '#src/app/ZoneBanner.tsx';
import { useLiveUpdates } from '#src/app/live/useLiveUpdates.ts';
import { openPalette, usePalette } from '#src/app/paletteStore.ts';
import { CommandDesk } from '#src/components/commands/CommandDesk.tsx';
import { useSessionEnded } from '#src/features/session/sessionState.ts';
import { lazyPart } from '#src/lib/lazyPart.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './Shell.module.css';

const SessionEndedDialog = lazyPart(
  () => import('#src/features/session/SessionEndedDialog.tsx'),
  'SessionEndedDialog',
);
const Notices = lazyPart(() => import('#src/app/notices/Notices.tsx'), 'Notices');
const Palette = lazyPart(() => import('#src/app/Palette.tsx'), 'Palette');

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
        <PageOnItsWay />
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
