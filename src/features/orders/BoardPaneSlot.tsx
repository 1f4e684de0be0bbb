/** The map and the couriers of what the table shows. Fetched after the table, and drawn after it too. */
import { useDebouncedValue } from '@mantine/hooks';
import { memo, Suspense, useEffect, useMemo, useState } from 'react';
import { lazyPart } from '#src/lib/lazyPart.ts';
import { useText } from '#src/locales/language.tsx';
import { useOrdersBoard } from './ordersBoard.ts';
import classes from './OrdersPage.module.css';

const TYPING_PAUSE_MS = 250;

const BoardPane = memo(lazyPart(() => import('#src/components/board/BoardPane.tsx'), 'BoardPane'));

export function BoardPaneSlot({ onClose }: { onClose: () => void }) {
  const t = useText().orders.pane;
  const { board } = useOrdersBoard();
  // The map waits until the typing in the search box has paused: its drawing must not hold up the next letter.
  const [rows] = useDebouncedValue(board.rows, TYPING_PAUSE_MS);
  const open = useMemo(() => rows.filter((order) => order.open), [rows]);
  const wait = <p className={classes.paneWait}>{t.loading}</p>;
  const drawn = useOnceDrawn(board.settled);
  if (!drawn) return wait;
  return (
    <Suspense fallback={wait}>
      <BoardPane orders={open} onClose={onClose} />
    </Suspense>
  );
}

/** True from the moment after `settled` was first on screen: the orders come first, the map's code is asked for then. */
function useOnceDrawn(settled: boolean): boolean {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    if (!settled) return;
    const timer = setTimeout(() => setDrawn(true));
    return () => clearTimeout(timer);
  }, [settled]);
  return drawn;
}
