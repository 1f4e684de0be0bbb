/** The form itself, the same for a new and for a changed order: fields, notes, sums, the deed. */
import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Link } from 'react-router';
import { FormPage } from '#src/components/form/FormPage.tsx';
import { LeaveGuard } from '#src/components/form/LeaveGuard.tsx';
import { focusFirstWrong, leaveField } from '#src/components/form/firstWrong.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { OrderFormErrors } from '#src/domain/orderFormCheck.ts';
import { countErrors } from '#src/domain/orderFormCheck.ts';
import { editorWords } from '#src/locales/editorWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { Note } from './Note.tsx';
import { OrderFields } from './OrderFields.tsx';
import { SavingNote } from './SavingNote.tsx';
import { TotalsBar } from './TotalsBar.tsx';
import type { FieldsProps } from './fieldsProps.ts';
import type { FieldsScope } from './useFormErrors.ts';
import type { SavingState } from './useSaving.ts';

type Props = Omit<FieldsProps, 'disabled'> & {
  scope: FieldsScope;
  title: string;
  backTo: string;
  aside: ReactNode;
  /** Beside the draft and the end of the last saving. */
  notes?: ReactNode;
  wrong: OrderFormErrors;
  dirty: boolean;
  saving: SavingState;
  onLook: () => void;
  /** Called only when nothing is wrong with the form. */
  onSave: () => void;
  submitWords: string;
  draft: { restoredAt: number | null; onAgain: () => void };
  openedStatus?: string | null;
  freeNumber?: string | null;
};

export function OrderForm(props: Props) {
  const { values, change, errors, scope, wrong, saving, onSave, draft } = props;
  const t = useWords(editorWords);
  const busy = saving.phase === 'saving' || saving.phase === 'unconfirmed';

  const save = (form: HTMLFormElement) => {
    if (busy) return;
    // A number that cannot be read says so once its field is left.
    flushSync(() => leaveField(form));
    if (countErrors(wrong) > 0 || form.querySelector('[data-wrong="true"]')) errors.sayAll();
    else onSave();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save(event.currentTarget);
  };
  useHotkeys([['mod+Enter', () => scope.current?.closest('form')?.requestSubmit()]], []);

  useEffect(() => {
    if (saving.phase !== 'stopped') return;
    // The fields were off while it was being saved, and took the focus with them.
    const form = scope.current?.closest('form');
    if (form && !focusFirstWrong(form)) form.querySelector<HTMLElement>('[type="submit"]')?.focus();
  }, [saving, scope]);

  return (
    <>
      <LeaveGuard dirty={props.dirty} />
      <FormPage
        title={props.title}
        backTo={props.backTo}
        aside={props.aside}
        busy={busy}
        onSubmit={submit}
        notes={
          <>
            <DraftNote draft={draft} />
            {props.notes}
            <SavingNote state={saving} onLook={props.onLook} />
          </>
        }
        summary={<TotalsBar values={values} />}
        actions={<Actions {...props} busy={busy} />}
      >
        <OrderFields
          values={values}
          change={change}
          errors={errors}
          scope={scope}
          disabled={busy}
          openedStatus={props.openedStatus}
          freeNumber={props.freeNumber}
        />
      </FormPage>
      <span role="status" hidden={!busy}>
        {saving.phase === 'saving' && t.saving}
      </span>
    </>
  );
}

function Actions({ errors, backTo, submitWords, saving, busy }: Props & { busy: boolean }) {
  const t = useWords(editorWords);
  return (
    <>
      {errors.count > 0 && (
        <p role="status" style={{ alignSelf: 'center', margin: 0, color: 'var(--pult-late)' }}>
          {t.errorCount(errors.count)}
        </p>
      )}
      <Button component={Link} to={backTo} variant="default">
        {t.cancel}
      </Button>
      <Button type="submit" title={t.keys} loading={saving.phase === 'saving'} disabled={busy}>
        {submitWords}
      </Button>
    </>
  );
}

function DraftNote({ draft }: Pick<Props, 'draft'>) {
  const t = useWords(editorWords).draft;
  const format = useFormat();
  const [read, setRead] = useState(false);
  if (draft.restoredAt === null || read) return null;
  return (
    <Note
      tone="draft"
      title={t.restored(format.dateTime(draft.restoredAt))}
      actions={
        <>
          <Button variant="default" size="xs" onClick={() => setRead(true)}>
            {t.goOn}
          </Button>
          <Button variant="default" size="xs" onClick={draft.onAgain}>
            {t.again}
          </Button>
        </>
      }
    >
      {t.kept}
    </Note>
  );
}
