/** The pane with the map and the couriers, over the table: for screens without room for both. */
import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '#src/locales/language.tsx';
import classes from './SplitBoard.module.css';

export function PaneDrawer({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const t = useText().orders.pane;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(480px, 100%)"
      title={t.title}
      padding={0}
      classNames={{ header: classes.drawerHead, body: classes.drawerBody, content: classes.drawer }}
      closeButtonProps={{ 'aria-label': t.hide }}
    >
      {children}
    </Drawer>
  );
}
