/** Beside a link to a picture the picture itself: a link to something else is seen before it is saved. */
import { useDebouncedValue } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Picture } from './Picture.tsx';
import { webLink } from './pictureSource.ts';
import classes from './recordFields.module.css';

/** A pause in typing: half a link is not asked for. */
const PAUSE_MS = 500;

/** `children`: the field of the link. */
export function WithPicture({ address, children }: { address: string; children: ReactNode }) {
  const [settled] = useDebouncedValue(address.trim(), PAUSE_MS);
  return (
    <div className={classes.pictured}>
      {children}
      {webLink(settled) !== null && (
        <div className={classes.preview} data-preview>
          <Picture address={settled} tabbable />
        </div>
      )}
    </div>
  );
}
