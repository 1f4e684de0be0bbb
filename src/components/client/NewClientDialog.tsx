/** «Новый клиент»: a small form; what iRECA refuses is said at the field it names, and nothing typed is lost. */
import { Modal } from '@mantine/core';
import labels from '#src/components/form/quietLabels.module.css';
import type { Client } from '#src/contracts/ireca/clients.ts';
import { formWords } from '#src/locales/formWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './ClientField.module.css';
import { NewClientForm } from './NewClientForm.tsx';
import type { ClientBeginning } from './NewClientForm.tsx';

type NewClientDialogProps = {
  /** What is known of the client already; null = closed. */
  begin: ClientBeginning | null;
  onClose: () => void;
  onCreated: (client: Client) => void;
};

export function NewClientDialog({ begin, onClose, onCreated }: NewClientDialogProps) {
  const t = useWords(formWords).client.dialog;
  return (
    <Modal
      opened={begin !== null}
      onClose={onClose}
      title={t.title}
      size={600}
      // A click beside the dialog would lose what was typed.
      closeOnClickOutside={false}
      classNames={{
        content: `${labels.fields} ${classes.dialog}`,
        header: classes.dialogHead,
        title: classes.dialogTitle,
      }}
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': t.close }}
      transitionProps={{ duration: 90, exitDuration: 0, transition: 'fade' }}
    >
      {begin && <NewClientForm begin={begin} onClose={onClose} onCreated={onCreated} />}
    </Modal>
  );
}
