/** The sheet that the command dialogs are drawn on. */
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '#src/locales/language.tsx';
import { useCommandStore } from './commandStore.ts';
import dialog from './dialog.module.css';

type DeedModalProps = {
  opened: boolean;
  title: string;
  size?: number;
  /** Nothing is lost by a click beside it. */
  closeOnClickOutside?: boolean;
  children: ReactNode;
};

export function DeedModal({
  opened,
  title,
  size = 720,
  closeOnClickOutside = false,
  children,
}: DeedModalProps) {
  const t = useText().commands;
  const closeDialog = useCommandStore((state) => state.closeDialog);
  return (
    <Modal
      opened={opened}
      onClose={closeDialog}
      title={title}
      size={size}
      padding={0}
      closeOnClickOutside={closeOnClickOutside}
      classNames={{ content: dialog.content, header: dialog.header, title: dialog.title, body: dialog.body }}
      // Its header is no banner of the page.
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': t.close }}
      transitionProps={{ duration: 90, exitDuration: 0, transition: 'fade' }}
    >
      {children}
    </Modal>
  );
}
