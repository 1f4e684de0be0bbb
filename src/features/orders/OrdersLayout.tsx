/** Where the parts of the orders screen stand, on wide and on narrow screens. */
import { useMediaQuery } from '@mantine/hooks';
import { memo, Suspense, useCallback, useState } from 'react';
import { BoardPaneSlot } from './BoardPaneSlot.tsx';
import { OrdersMain } from './OrdersMain.tsx';
import { SplitBoard } from './SplitBoard.tsx';
import { useTableLook } from './tableLook.ts';
import { lazyPart } from '#src/lib/lazyPart.ts';

const KeysHelp = lazyPart(() => import('./KeysHelp.tsx'), 'KeysHelp');

/** The first frame is right already. */
const AT_ONCE = { getInitialValueInEffect: false } as const;

export const OrdersLayout = memo(function OrdersLayout() {
  const narrow = useMediaQuery('(width <= 1100px)', false, AT_ONCE) ?? false;
  const cards = useMediaQuery('(width <= 700px)', false, AT_ONCE) ?? false;
  const paneKept = useTableLook((look) => look.paneOpen);
  const setLook = useTableLook((look) => look.set);
  const [drawerOpen, setDrawerOpen] = useState(false);
  const [helpOpen, setHelpOpen] = useState(false);
  const paneOpen = narrow ? drawerOpen : paneKept;
  const setPane = useCallback(
    (open: boolean) => (narrow ? setDrawerOpen(open) : setLook({ paneOpen: open })),
    [narrow, setLook],
  );
  const openPane = useCallback(() => setPane(true), [setPane]);
  const closePane = useCallback(() => setPane(false), [setPane]);
  const openHelp = useCallback(() => setHelpOpen(true), []);
  return (
    <>
      <SplitBoard
        narrow={narrow}
        onClosePane={closePane}
        main={<OrdersMain cards={cards} onOpenPane={paneOpen ? null : openPane} onHelp={openHelp} />}
        pane={paneOpen ? <BoardPaneSlot onClose={closePane} /> : null}
      />
      {helpOpen && (
        <Suspense>
          <KeysHelp onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
    </>
  );
});
