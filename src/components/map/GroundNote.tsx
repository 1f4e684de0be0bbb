/** Goes beside the map: whose tiles these are, or that there are none, with a way to ask again. */
import { IconRefresh } from '@tabler/icons-react';
import { useText, useWords } from '#src/locales/language.tsx';
import { mapToolsWords } from '#src/locales/mapToolsWords.ts';
import { attributionParts } from './attribution.ts';
import type { GroundState } from './Backdrop.tsx';
import classes from './GroundNote.module.css';

function Attribution({ text }: { text: string }) {
  return (
    <p className={classes.attribution}>
      {attributionParts(text).map(({ text: words, href }, index) =>
        href === null ? (
          <span key={index}>{words}</span>
        ) : (
          <a key={index} href={href} target="_blank" rel="noreferrer">
            {words}
          </a>
        ),
      )}
    </p>
  );
}

/** Quiet on purpose: orders and couriers are all there, only the ground is missing. */
export function GroundNote({ tiles, ground, failed, retry }: GroundState) {
  const { standIn } = useText().map;
  const t = useWords(mapToolsWords).ground;
  const holed = ground.shown === 'tiles' && ground.holes > 0;
  // Stands there from the beginning: what comes into it later is read out.
  return (
    <>
      <div role="status" className={classes.status}>
        {(failed || holed) && (
          <p className={classes.note}>
            <span>{failed ? standIn : t.holes(ground.holes)}</span>
            <button
              type="button"
              className={classes.retry}
              onClick={retry}
              disabled={failed && ground.asking}
            >
              <IconRefresh size={13} stroke={1.8} aria-hidden />
              {failed && ground.asking ? t.asking : t.retry}
            </button>
          </p>
        )}
      </div>
      {tiles && ground.shown === 'tiles' && tiles.attribution !== '' && (
        <Attribution text={tiles.attribution} />
      )}
    </>
  );
}
