/** Says that the page that was asked for is still being fetched: the one before it stays on screen until then. */
import { Loader } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigation } from 'react-router';
import { useLiveState } from '#src/app/live/liveStore.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './PageOnItsWay.module.css';

/** A page that comes sooner needs no word, ms. */
const PATIENCE_MS = 700;

/** Nothing while no page is waited for; the place is always there, so that the word is read out. */
export function PageOnItsWay() {
  const t = useText().shell.onItsWay;
  const waiting = useNavigation().state === 'loading';
  const [long] = useDebouncedValue(waiting, PATIENCE_MS);
  const offline = useLiveState(({ live }) => live.state === 'offline');
  return (
    <div role="status" className={classes.place}>
      {waiting && long && (
        <p className={classes.word}>
          <Loader size={14} color="currentColor" aria-hidden />
          {offline ? t.offline : t.loading}
        </p>
      )}
    </div>
  );
}
