/** Asks before the rights of a whole role are changed: names the deed, the count, and each action. */
import { Button, Modal } from '@mantine/core';
import deeds from '#src/components/commands/deeds.module.css';
import dialog from '#src/components/commands/dialog.module.css';
import { useWords } from '#src/locales/language.tsx';
import { rightsWords } from '#src/locales/rightsWords.ts';
import type { ColumnPlan } from './RoleHead.tsx';
import classes from './RightsGrid.module.css';

type Props = {
  plan: ColumnPlan;
  /** What the actions are called, and how many there are in all. */
  titles: ReadonlyMap<string, string>;
  onClose: () => void;
  onConfirm: () => void;
};

export function ColumnDialog({ plan, titles, onClose, onConfirm }: Props) {
  const t = useWords(rightsWords);
  const { role, isAllowed, actionIds } = plan;
  const way = isAllowed ? 'allow' : 'forbid';
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.all[way](role.title || t.nameless(role.roleId))}
      size={480}
      padding={0}
      classNames={{ content: dialog.content, header: dialog.header, title: dialog.title, body: dialog.body }}
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': t.all.close }}
      transitionProps={{ duration: 90, exitDuration: 0, transition: 'fade' }}
    >
      <div className={classes.plan} tabIndex={0} role="group" aria-label={t.actions}>
        <p>{t.all.will[way](actionIds.length, titles.size)}</p>
        <ul>
          {actionIds.map((actionId) => (
            <li key={actionId}>{titles.get(actionId)}</li>
          ))}
        </ul>
      </div>
      <footer className={dialog.footer}>
        <Button variant="subtle" color="gray" data-autofocus onClick={onClose}>
          {t.all.close}
        </Button>
        <p className={dialog.summary} />
        <Button className={`${dialog.submit} ${isAllowed ? deeds.main : deeds.danger}`} onClick={onConfirm}>
          {t.all.button[way](actionIds.length)}
        </Button>
      </footer>
    </Modal>
  );
}
