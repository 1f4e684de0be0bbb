/** The form of one record: its notes, its fields in groups, and a foot with the deed that never scrolls away. */
import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useId, useRef } from 'react';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { focusFirstWrong, leaveField } from '#src/components/form/firstWrong.ts';
import labels from '#src/components/form/quietLabels.module.css';
import type { FieldGroup, FieldSpec } from '#src/domain/declaration.ts';
import { useWords } from '#src/locales/language.tsx';
import { recordFormWords } from '#src/locales/recordFormWords.ts';
import { recordsWords } from '#src/locales/recordsWords.ts';
import { RecordField } from './RecordField.tsx';
import type { PointSlot } from './RecordField.tsx';

import classes from './RecordForm.module.css';
import { RecordMergeView } from './RecordMergeView.tsx';
import { RecordNotes } from './RecordNotes.tsx';
import { RecordSavedView } from './RecordSavedView.tsx';
import { isWhole } from './saveRecord.ts';
import type { RecordEditing } from './recordEditing.ts';

export type { PointSlot };

export type RecordFormProps = {
  /** Of `useRecordEditor`. */
  editor: RecordEditing;
  /** Draws the field of kind `point`; without it there is none. */
  renderPoint?: (slot: PointSlot) => ReactNode;
  /** Leaves the form; what asks first is `LeaveGuard`. */
  onCancel: () => void;
  /** Stands below the fields: notes of a page of its own. */
  children?: ReactNode;
  /** Stands in the foot, on the left: a deed of its own page («Удалить»). */
  deeds?: ReactNode;
};

/** Fills the height that it is given. In its place stand a merge, or what iRECA kept otherwise. */
export function RecordForm(props: RecordFormProps) {
  const { editor } = props;
  const { saving } = editor;
  if (saving.phase === 'merging') return <RecordMergeView editor={editor} state={saving} />;
  if (saving.phase === 'saved' && !isWhole(saving.saved))
    return <RecordSavedView editor={editor} state={saving} />;
  return <Form {...props} />;
}

function Form({ editor, renderPoint, onCancel, children, deeds }: RecordFormProps) {
  const t = useWords(recordFormWords);
  const { saving, asked, busy, wrong, id } = editor;
  const form = useRef<HTMLFormElement>(null);
  useHotkeys([['mod+Enter', () => form.current?.requestSubmit()]], []);
  useEffect(() => {
    if (asked > 0 && form.current) focusFirstWrong(form.current);
  }, [asked]);
  useFocusAfterSaving(form, saving.phase);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A form inside another one (React's tree, not the page's) must not send that one.
    event.stopPropagation();
    const { currentTarget } = event;
    // A number that cannot be read says so once its field is left.
    flushSync(() => leaveField(currentTarget));
    if (currentTarget.querySelector('[data-wrong="true"]')) editor.ask();
    else editor.save();
  };
  return (
    <form
      ref={form}
      className={`${classes.frame} ${labels.fields} ${classes.form}`}
      onSubmit={submit}
      onKeyDown={sendOnPurpose}
      aria-busy={busy}
      noValidate
    >
      <div className={classes.scroll}>
        <div className={classes.notes}>
          <RecordNotes editor={editor} />
        </div>
        {groupsOf(editor, renderPoint !== undefined).map(({ group, fields }) => (
          <Group key={group} group={group} alone={fields.length === editor.list.fields.length}>
            {fields.map((field) => (
              <RecordField key={field.key} editor={editor} field={field} renderPoint={renderPoint} />
            ))}
          </Group>
        ))}
        {children}
      </div>
      <div className={classes.foot}>
        {deeds && <div className={classes.deeds}>{deeds}</div>}
        <p className={classes.count} role="status">
          {saving.phase === 'saving' ? t.saving : wrong > 0 && t.errorCount(wrong)}
        </p>
        {id === null && saving.phase === 'idle' && wrong === 0 && (
          <p className={`${classes.muted} ${classes.marks}`}>
            <span aria-hidden>*</span> {t.requiredMark}
          </p>
        )}
        <Button className={classes.cancel} variant="default" onClick={onCancel}>
          {t.cancel}
        </Button>
        <Button type="submit" title={t.saveKeys} loading={saving.phase === 'saving'} disabled={busy}>
          {id === null ? t.create : t.save}
        </Button>
      </div>
    </form>
  );
}

/** The fields were off while it was being saved, and took the focus with them. */
function useFocusAfterSaving(form: React.RefObject<HTMLFormElement | null>, phase: string): void {
  const before = useRef(phase);
  useEffect(() => {
    const was = before.current;
    before.current = phase;
    if (was === phase || phase === 'idle' || phase === 'saving' || phase === 'unconfirmed') return;
    const element = form.current;
    if (element && !focusFirstWrong(element)) element.querySelector<HTMLElement>('[type="submit"]')?.focus();
  }, [form, phase]);
}

/** Enter in a field must not send a half-typed record; Ctrl+Enter sends it from anywhere. */
function sendOnPurpose(event: KeyboardEvent<HTMLFormElement>) {
  const { target, currentTarget: form } = event;
  // Keys of a dialog come here too, though it stands elsewhere on the page.
  if (event.key !== 'Enter' || !(target instanceof HTMLElement) || !form.contains(target)) return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    // Once is enough, should the page listen for the same keys.
    event.stopPropagation();
    form.requestSubmit();
  } else if (target instanceof HTMLInputElement) {
    event.preventDefault();
  }
}

type FieldsOfGroup = { group: FieldGroup; fields: FieldSpec[] };

/** The fields in their groups, as declared. A number that is given once and for all stands in the head, not here. */
function groupsOf({ list, id }: RecordEditing, hasPoint: boolean): FieldsOfGroup[] {
  const groups: FieldsOfGroup[] = [];
  for (const field of list.fields) {
    const last = groups.at(-1);
    if (field.group || !last) groups.push({ group: field.group ?? 'about', fields: [] });
    if (id !== null && field.key === list.source.idKey) continue;
    if (field.kind === 'point' && !hasPoint) continue;
    groups.at(-1)?.fields.push(field);
  }
  return groups.filter(({ fields }) => fields.length > 0);
}

type GroupProps = { group: FieldGroup; alone: boolean; children: ReactNode };

/** `alone`: the only group, which needs no name. */
function Group({ group, alone, children }: GroupProps) {
  const t = useWords(recordsWords).groups;
  const heading = useId();
  return (
    <section className={classes.group} {...(alone ? {} : { 'aria-labelledby': heading })}>
      {!alone && <h3 id={heading}>{t[group]}</h3>}
      <div className={classes.fields}>{children}</div>
    </section>
  );
}
