/** Asks before real receipts are printed: whose account, whose company. */
import { Button, Modal } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import dialog from '#src/components/commands/dialog.module.css';
import { useGiveBackFocus } from '#src/components/focus/useGiveBackFocus.ts';
import { useWords } from '#src/locales/language.tsx';
import { settingsWords } from '#src/locales/settingsWords.ts';
import classes from './ProductionDialog.module.css';

type ProductionDialogProps = { login: string; inn: string; onClose: () => void; onConfirm: () => void };

export function ProductionDialog({ login, inn, onClose, onConfirm }: ProductionDialogProps) {
  const words = useWords(settingsWords);
  const t = words.fiscal;
  useGiveBackFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.confirm.title}
      size={500}
      padding={0}
      classNames={{ content: dialog.content, header: dialog.header, title: dialog.title, body: dialog.body }}
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': words.close }}
      transitionProps={{ duration: 90, exitDuration: 0, transition: 'fade' }}
    >
      <div className={classes.question}>
        <p>
          <IconAlertTriangle size={18} stroke={1.7} aria-hidden />
          {t.confirm.lead}
        </p>
        <dl>
          <div>
            <dt>{t.fields.login}</dt>
            <dd>{login}</dd>
          </div>
          <div>
            <dt>{t.fields.inn}</dt>
            <dd>{inn}</dd>
          </div>
        </dl>
      </div>
      <footer className={dialog.footer}>
        <Button variant="subtle" color="gray" data-autofocus onClick={onClose}>
          {t.confirm.cancel}
        </Button>
        <Button className={classes.deed} onClick={onConfirm}>
          {t.confirm.deed}
        </Button>
      </footer>
    </Modal>
  );
}
