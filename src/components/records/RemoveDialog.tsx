/** «Удалить …»: names the record and what stays of it, and says honestly how the deletion ended. */
import { Button, Modal } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ListSoFar } from '#src/api/resource.ts';
import deeds from '#src/components/commands/deeds.module.css';
import dialog from '#src/components/commands/dialog.module.css';
import { useGiveBackFocus } from '#src/components/focus/useGiveBackFocus.ts';
import { useErrorWords } from '#src/components/format/useErrorWords.ts';
import type { AnyRecord } from '#src/domain/declaration.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { referencesWords } from '#src/locales/referencesWords.ts';
import type { DeclaredList } from './declare.ts';
import type { RemovalEnd } from './removal.ts';
import { forgetRecord, lookAgain, removeRecord } from './removal.ts';
import { useRemoveDeed } from './useRemoveDeed.ts';
import classes from './RemoveDialog.module.css';

export type RemoveDialogProps = {
  list: DeclaredList;
  id: string;
  /** What the record is called; its number is said beside it. */
  name: string;
  /** What else hangs on it («3 заказа забирают здесь»). */
  note?: ReactNode;
  onClose: () => void;
  /** The deletion is being sent: what comes of it is told here, so the dialog must stay. */
  onBegun?: () => void;
  /** It was read back as gone. The dialog is closed by the caller. */
  onRemoved: () => void;
};

export function RemoveDialog({ list, id, name, note, onClose, onBegun, onRemoved }: RemoveDialogProps) {
  const t = useWords(referencesWords).remove;
  const client = useQueryClient();
  const { mutate, isPending, data, error } = useMutation({
    mutationFn: (step: typeof removeRecord) => step(list, id),
    onSuccess: ({ end }) => {
      if (end !== 'gone') return;
      forgetRecord(client, list, id);
      onRemoved();
    },
  });
  useGiveBackFocus();
  const deed = useRemoveDeed(list.slug);
  const unsure = data !== undefined && !(data.end === 'there' && data.error);
  return (
    <Modal
      opened
      onClose={() => !isPending && onClose()}
      title={t.title(deed)}
      size={540}
      padding={0}
      closeOnClickOutside={!isPending}
      classNames={{ content: dialog.content, header: dialog.header, title: dialog.title, body: dialog.body }}
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': t.close }}
      transitionProps={{ duration: 90, exitDuration: 0, transition: 'fade' }}
    >
      <div className={classes.body}>
        <p className={classes.name}>
          <strong>{name}</strong>
          {/* A record without a name is called by its number already. */}
          {!name.includes(id) && <span>{t.number(id)}</span>}
        </p>
        <p className={classes.stays}>{list.keepsDeleted ? t.stays : t.vanishes}</p>
        {isStandard(client.getQueryData<ListSoFar<AnyRecord>>(list.source.queryKey), list, id) && (
          <p className={classes.warning}>
            <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
            {t.standard}
          </p>
        )}
        {note}
        <div role="alert" className={classes.end}>
          {!isPending && data && data.end !== 'gone' && <EndNote end={data} />}
          {!isPending && error && <EndNote end={{ end: 'unknown', error: null }} />}
        </div>
      </div>
      <footer className={dialog.footer}>
        <Button variant="subtle" color="gray" data-autofocus disabled={isPending} onClick={onClose}>
          {data ? t.close : t.cancel}
        </Button>
        <p className={dialog.summary} role="status">
          {isPending && t.sending}
        </p>
        {unsure && (
          <Button variant="default" disabled={isPending} onClick={() => mutate(lookAgain)}>
            {t.check}
          </Button>
        )}
        <Button
          className={`${dialog.submit} ${deeds.danger}`}
          disabled={isPending}
          onClick={() => {
            onBegun?.();
            mutate(removeRecord);
          }}
        >
          {deed}
        </Button>
      </footer>
    </Modal>
  );
}

/** Why it did not end as wished: iRECA's own words, or what is not known. */
function EndNote({ end }: { end: Exclude<RemovalEnd, { end: 'gone' }> }) {
  const t = useWords(referencesWords).remove;
  const dot = useText().commands.dot;
  const words = useErrorWords();
  const said = end.error && words(end.error);
  const refused = end.error?.code === 'upstreamRefused';
  const title =
    end.end === 'unknown' ? t.unconfirmed : end.error === null ? t.accepted : refused ? t.refused : t.failed;
  return (
    <p className={classes.outcome} data-end={end.end}>
      <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
      <span>
        <strong>{title}</strong>
        {end.end === 'there' && end.error === null && `${dot}${t.acceptedLead}`}
        {said?.said && <q>{said.said}</q>}
        {said && !refused && `${dot}${said.advice}`}
      </span>
    </p>
  );
}

function isStandard(held: ListSoFar<AnyRecord> | undefined, { source, slug }: DeclaredList, id: string) {
  if (slug !== 'cancel-reasons') return false;
  return held?.records.find((record) => source.idOf(record) === id)?.['type'] === 'standard';
}
