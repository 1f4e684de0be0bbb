/** The table, and beside it the pane with the map and the couriers: beside on a wide screen, over it on a narrow one. */
import { Splitter } from '@mantine/core';
import type { ReactNode } from 'react';
import { Suspense } from 'react';
import { lazyPart } from '#src/lib/lazyPart.ts';
import { useText } from '#src/locales/language.tsx';
import { useTableLook } from './tableLook.ts';
import classes from './SplitBoard.module.css';

const PaneDrawer = lazyPart(() => import('./PaneDrawer.tsx'), 'PaneDrawer');

/** A quarter of the screen, within reason, px. */
const usualPane = () => Math.round(Math.min(460, Math.max(300, window.innerWidth * 0.255)));

type SplitBoardProps = {
  main: ReactNode;
  /** Null = closed. */
  pane: ReactNode | null;
  /** There is no room for both side by side. */
  narrow: boolean;
  onClosePane: () => void;
};

export function SplitBoard({ main, pane, narrow, onClosePane }: SplitBoardProps) {
  const t = useText().orders.pane;
  const { paneWidth, set } = useTableLook();
  const beside = pane !== null && !narrow;
  return (
    <>
      {/* One splitter in all cases: the table must not be made anew when the pane comes or goes. */}
      <Splitter
        className={classes.split}
        classNames={{ handle: classes.handle }}
        attributes={{ handle: { 'aria-label': t.resize } }}
        lineSize={1}
        withHandle={false}
        step="16px"
        shiftStep="64px"
        sizes={beside ? [100, `${paneWidth ?? usualPane()}px`] : [100]}
        onSizeChange={(sizes) => {
          const width = parseFloat(String(sizes[1]));
          if (beside && Number.isFinite(width)) set({ paneWidth: Math.round(width) });
        }}
      >
        <Splitter.Pane defaultSize={100} min="520px" className={classes.main}>
          {main}
        </Splitter.Pane>
        {beside && (
          <Splitter.Pane defaultSize="384px" min="280px" className={classes.pane}>
            {pane}
          </Splitter.Pane>
        )}
      </Splitter>
      {narrow && pane !== null && (
        <Suspense>
          <PaneDrawer onClose={onClosePane}>{pane}</PaneDrawer>
        </Suspense>
      )}
    </>
  );
}
