/** A list of orders that may be ten or ten thousand: a part is drawn, the rest on request. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '#src/locales/language.tsx';
import classes from './LongList.module.css';

/** More rows than anybody reads at once; a selection of thousands would freeze the page. */
const FIRST = 100;
const MORE = 400;

type LongListProps<T> = {
  items: readonly T[];
  className?: string | undefined;
  children: (item: T) => ReactNode;
};

/** `children` draws one item as a `li` with its key. */
export function LongList<T>({ items, className, children }: LongListProps<T>) {
  const t = useText().commands;
  const [room, setRoom] = useState(FIRST);
  const rest = items.length - room;
  return (
    <>
      <ul className={className ? `${classes.list} ${className}` : classes.list}>
        {items.slice(0, room).map((item) => children(item))}
      </ul>
      {rest > 0 && (
        <button type="button" className={classes.rest} onClick={() => setRoom(room + MORE)}>
          {t.showRest(rest)}
        </button>
      )}
    </>
  );
}
