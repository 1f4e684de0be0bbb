/** The sheet that the command dialogs are drawn on. */
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '#src/locales/language.tsx';
import type { CommandDraft } from './commandDraft.ts';
import { useCommandStore } from './commandStore.ts';
import dialog from './dialog.module.css';

type DeedModalProps<Draft extends CommandDraft> = {
  /** null = closed. */
  draft: Draft | null;
  /** By how many orders the deed is for. */
  title: (n: number) => string;
  size?: number;
  /** Nothing is lost by a click beside it. */
  closeOnClickOutside?: boolean;
  children: (draft: Draft) => ReactNode;
};

export function DeedModal<Draft extends CommandDraft>({
  draft,
  title,
  size = 720,
  closeOnClickOutside = false,
  children,
}: DeedModalProps<Draft>) {
  const t = useText().commands;
  const closeDialog = useCommandStore((state) => state.closeDialog);
  return (
    <Modal
      opened={draft !== null}
      onClose={closeDialog}
      title={title(draft?.orders.length ?? 0)}
      size={size}
      padding={0}
      closeOnClickOutside={closeOnClickOutside}
      classNames={{ content: dialog.content, header: dialog.header, title: dialog.title, body: dialog.body }}
      // Its header is no banner of the page.
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': t.close }}
      transitionProps={{ duration: 90, exitDuration: 0, transition: 'fade' }}
    >
      {draft && children(draft)}
    </Modal>
  );
}
