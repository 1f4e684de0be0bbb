/** The sheet that the questions about a courier are asked on. */
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import dialog from '#src/components/commands/dialog.module.css';
import { courierPageWords } from '#src/locales/courierPageWords.ts';
import { useWords } from '#src/locales/language.tsx';

type Props = { title: string; onClose: () => void; children: ReactNode };

export function CourierModal({ title, onClose, children }: Props) {
  const t = useWords(courierPageWords).handOver;
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={940}
      padding={0}
      closeOnClickOutside={false}
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
