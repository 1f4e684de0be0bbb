/** What lies under the pins: tiles where they can be had, else the stand-in; tried again when the network is back. */
import { useCallback, useEffect, useState } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './MapCanvas.module.css';
import { StandInBackdrop } from './StandInBackdrop.tsx';
import { TileBackdrop } from './TileBackdrop.tsx';

/** A server that is down while the network is up is tried again this often. */
const RETRY_MS = 120_000;

/**
 * `shown`: what is under the pins now (`nothing` while the first tile is awaited). `asking`: the tile server is being
 * asked. `attempt`: counts the starts.
 */
type Ground = { shown: 'nothing' | 'tiles' | 'standIn'; asking: boolean; attempt: number };

/** Which ground is shown, and how to report on the tiles. */
export function useGround() {
  const { tiles } = useAppConfig();
  const [ground, setGround] = useState<Ground>(() =>
    tiles ? { shown: 'nothing', asking: true, attempt: 0 } : { shown: 'standIn', asking: false, attempt: 0 },
  );
  const failed = tiles !== null && ground.shown === 'standIn';

  useEffect(() => {
    if (!failed) return;
    const retry = () => {
      if (document.visibilityState !== 'visible') return;
      setGround(({ shown, attempt }) => ({ shown, asking: true, attempt: attempt + 1 }));
    };
    const timer = setInterval(retry, RETRY_MS);
    window.addEventListener('online', retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', retry);
    };
  }, [failed]);

  const onGood = useCallback(() => setGround((now) => ({ ...now, shown: 'tiles' })), []);
  const onFailed = useCallback(() => setGround((now) => ({ ...now, shown: 'standIn', asking: false })), []);
  return { tiles, ground, failed, onGood, onFailed };
}

export type GroundState = ReturnType<typeof useGround>;

/** Goes inside the map. During another try the stand-in stays until the first tile has come. */
export function Backdrop({ tiles, ground, onGood, onFailed }: GroundState) {
  return (
    <>
      {ground.shown === 'standIn' && <StandInBackdrop />}
      {tiles && ground.asking && (
        <TileBackdrop key={ground.attempt} url={tiles.url} onGood={onGood} onFailed={onFailed} />
      )}
    </>
  );
}

/** Goes beside the map: whose tiles these are, or that there are none. */
export function GroundNote({ tiles, ground, failed }: GroundState) {
  const t = useText().map;
  if (failed) {
    return (
      <p className={classes.note} role="status">
        {t.standIn}
      </p>
    );
  }
  return tiles && ground.shown === 'tiles' ? (
    <p className={classes.attribution}>{tiles.attribution}</p>
  ) : null;
}
