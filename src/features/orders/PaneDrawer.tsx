/** The pane with the map and the couriers, over the table: for screens without room for both. */
import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '#src/locales/language.tsx';
import classes from './SplitBoard.module.css';

export function PaneDrawer({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const t = useText().orders.pane;
  return (
    <Drawer.Root
      opened
      onClose={onClose}
      position="right"
      size="min(480px, 100%)"
      padding={0}
      // On the content alone: a class of `Drawer.Content` lands on the frame around it too, and would turn that over.
      classNames={{ content: classes.drawer }}
    >
      <Drawer.Overlay backgroundOpacity={0.35} />
      <Drawer.Content>
        {/* No landmark: the page has one banner already. */}
        <Drawer.Header className={classes.drawerHead} renderRoot={(props) => <div {...props} />}>
          <Drawer.Title>{t.title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t.hide} />
        </Drawer.Header>
        <Drawer.Body className={classes.drawerBody}>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
