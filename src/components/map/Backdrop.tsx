/** What lies under the pins: tiles where they can be had, else the stand-in; tried again when the network is back. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { StandInBackdrop } from './StandInBackdrop.tsx';
import { TileBackdrop } from './TileBackdrop.tsx';
import { useMapPalette } from './mapPalette.ts';
import { tileSource } from './tileSource.ts';

/** A server that is down while the network is up is tried again this often. */
const RETRY_MS = 120_000;

/**
 * `url`: the template that all this is about. `shown`: what is under the pins now (`nothing` while the first tile is
 * awaited). `asking`: the tile server is being asked. `attempt`: counts the starts. `holes`: tiles in view that did not
 * come. `asks`: counts the presses of «Повторить» for them.
 */
type Ground = {
  url: string | null;
  shown: 'nothing' | 'tiles' | 'standIn';
  asking: boolean;
  attempt: number;
  holes: number;
  asks: number;
};

const begin = (url: string | null): Ground => ({
  url,
  shown: url === null ? 'standIn' : 'nothing',
  asking: url !== null,
  attempt: 0,
  holes: 0,
  asks: 0,
});

const again = (now: Ground): Ground => ({ ...now, asking: true, attempt: now.attempt + 1, holes: 0 });

/** Which ground is shown, how to report on the tiles, and how to ask for them again. */
export function useGround() {
  const { tiles } = useAppConfig();
  const { scheme } = useMapPalette();
  const source = useMemo(() => tiles && tileSource(tiles, scheme), [tiles, scheme]);
  const url = source?.url ?? null;
  const [ground, setGround] = useState<Ground>(() => begin(url));
  // The other theme has a source of its own: what is on the screen stays until its first tile has come.
  if (ground.url !== url) setGround(url === null ? begin(url) : again({ ...ground, url }));
  const failed = url !== null && ground.shown === 'standIn';

  const retry = useCallback(() => {
    setGround((now) => (now.shown === 'standIn' ? again(now) : { ...now, asks: now.asks + 1 }));
  }, []);

  useEffect(() => {
    if (!failed) return;
    const whenSeen = () => {
      if (document.visibilityState === 'visible') retry();
    };
    const timer = setInterval(whenSeen, RETRY_MS);
    window.addEventListener('online', whenSeen);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', whenSeen);
    };
  }, [failed, retry]);

  const onGood = useCallback(() => setGround((now) => ({ ...now, shown: 'tiles' })), []);
  const onFailed = useCallback(
    () => setGround((now) => ({ ...now, shown: 'standIn', asking: false, holes: 0 })),
    [],
  );
  const onHoles = useCallback((holes: number) => setGround((now) => ({ ...now, holes })), []);
  return { tiles, source, ground, failed, retry, onGood, onFailed, onHoles };
}

export type GroundState = ReturnType<typeof useGround>;

/** Goes inside the map. During another try the stand-in stays until the first tile has come; it shows through holes. */
export function Backdrop({ source, ground, onGood, onFailed, onHoles }: GroundState) {
  const through = ground.shown === 'tiles' && ground.holes > 0;
  return (
    <>
      {(ground.shown === 'standIn' || through) && <StandInBackdrop />}
      {source && ground.asking && (
        <TileBackdrop
          key={ground.attempt}
          source={source}
          asks={ground.asks}
          onGood={onGood}
          onFailed={onFailed}
          onHoles={onHoles}
        />
      )}
    </>
  );
}
