/** A table pasted into a list, over that list: where it comes from, which column is what, the rows, writing them. */
import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMay, useSession } from '#src/api/session.ts';
import { useWords } from '#src/locales/language.tsx';
import { recordPasteWords } from '#src/locales/recordPasteWords.ts';
import { recordsWords } from '#src/locales/recordsWords.ts';
import type { DeclaredList } from '../declare.ts';
import { PasteBody } from './PasteBody.tsx';
import classes from './PasteDialog.module.css';

/** Couriers have a password, which no spreadsheet should hold. */
const canPaste = ({ can, fields }: DeclaredList) => can.replace && !fields.some(({ secret }) => secret);

/** @param onClose goes back to the list; what was pasted and mended stays in this tab. */
export function PasteDialog({ list, onClose }: { list: DeclaredList; onClose: () => void }) {
  const t = useWords(recordPasteWords);
  const { title } = useWords(recordsWords).lists[list.slug];
  const mayKeep = useMay('admin');
  const phone = useMediaQuery('(width <= 700px)', false, { getInitialValueInEffect: false });
  const login = useSession().data?.login ?? '';
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.title(title)}
      size={phone ? '100%' : 'min(1360px, calc(100vw - 48px))'}
      fullScreen={phone}
      padding={0}
      classNames={{
        content: classes.content,
        header: classes.header,
        title: classes.title,
        body: classes.body,
      }}
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': t.close }}
      transitionProps={{ duration: 90, exitDuration: 0, transition: 'fade' }}
    >
      {!mayKeep || !canPaste(list) ? (
        <p className={classes.note}>{mayKeep ? t.notHere : t.noRole}</p>
      ) : (
        <PasteBody key={login} list={list} login={login} onClose={onClose} />
      )}
    </Modal>
  );
}
