/** A dialog with a title and a way out. Its head is no landmark: the page has one banner already. */
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '#src/locales/language.tsx';

type PlainModalProps = { title: string; size: number | string; onClose: () => void; children: ReactNode };

export function PlainModal({ title, size, onClose, children }: PlainModalProps) {
  const t = useText().shell;
  return (
    <Modal.Root opened onClose={onClose} size={size} centered>
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content>
        <Modal.Header renderRoot={(props) => <div {...props} />}>
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t.close} />
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
